import type { Law } from '@/lib/ledger/law'
import { NOTHING_RECORDED } from '@/lib/ledger/nothing-recorded'
import type { WholeRecord } from '@/lib/ledger/testimony'

type List = keyof WholeRecord

/** The lists of a record that the law is made of. */
export const OF_LAW = ['provisions', 'instruments', 'materials', 'forms', 'regimes', 'parties'] as const

/**
 * Tells of records whether they agree in some lists: those that do are answered with one and the same record, which holds
 * these lists and of the others nothing. What is worked out from it can rest on nothing else, so it holds for all of them.
 *
 * A publication leaves most lists as they are, the very same values (`ledger/apply`): what rests on them alone need not be
 * worked out again while readers wait for the first page of a new revision.
 */
export function agreeingIn(names: readonly [List, ...List[]]): (record: WholeRecord) => WholeRecord {
  const [first, ...others] = names
  const roots: Branch = new WeakMap()
  return (record) => {
    const make = () => Object.assign({ ...NOTHING_RECORDED }, ...names.map((name) => ({ [name]: record[name] })))
    let branch = roots
    let list: object = record[first]
    for (const name of others) {
      branch = grown(branch, list, () => new WeakMap()) as Branch
      list = record[name]
    }
    return grown(branch, list, make) as WholeRecord
  }
}

/**
 * Work on a law and on what some lists say beside it, done once for all records that agree in all of them. It is given a
 * record that holds nothing else.
 *
 * @param beside which lists that are no part of the law the work looks at.
 */
export function onceForAgreeing<Value>(
  beside: readonly List[],
  work: (record: WholeRecord, law: Law) => Value,
): (opened: { readonly record: WholeRecord; readonly law: Law }) => Value {
  const agreeing = agreeingIn([...OF_LAW, ...beside])
  const done = new WeakMap<WholeRecord, WeakMap<Law, { readonly value: Value }>>()
  return ({ record, law }) => {
    const own = agreeing(record)
    const kept = done.get(own) ?? new WeakMap<Law, { readonly value: Value }>()
    done.set(own, kept)
    const { value } = kept.get(law) ?? { value: work(own, law) }
    kept.set(law, { value })
    return value
  }
}

type Branch = WeakMap<object, object>

function grown(branch: Branch, list: object, make: () => object): object {
  const there = branch.get(list) ?? make()
  branch.set(list, there)
  return there
}
