import { dayInBeijing } from '@/lib/contract/beijing'
import type { Draft, DraftEntry } from '@/lib/contract/edit/draft'
import type { EntryStanding, JudgedRule, Standing } from '@/lib/contract/edit/standing'
import type { KeptException } from '@/lib/db/editing/review'
import { digestOf } from '@/lib/formats/canonical'
import { applyChanges } from '@/lib/ledger/apply'
import { isSame } from '@/lib/ledger/equal'
import type { Unread } from '@/lib/ledger/part/unread'
import type { Broken } from '@/lib/ledger/rules/broken'
import { brokenRules } from '@/lib/ledger/rules/rules'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { changeOf } from './entry-change'
import { fingerprintOf } from './fingerprint'
import { needsAnother } from './two-persons'
import { printedUnder } from './whole'

/** A draft and everything that it is judged by. */
export type Case = {
  readonly draft: Draft
  readonly entries: readonly DraftEntry[]
  readonly exceptions: readonly KeptException[]
  /** The record at the draft's base, as far as the draft can reach. */
  readonly before: WholeRecord
  readonly unread: Unread
  /** The newest revision, and what stands at it under the keys of the entries. */
  readonly head: number
  readonly now: WholeRecord
  readonly at: Date
}

/** A draft as it stands, and the record that it would leave. */
export type Judged = Standing & Pick<Case, 'before' | 'unread'> & { readonly after: WholeRecord }

/** Judges a draft: what is wrong with its entries, which rules it breaks, and who set which aside. */
export function judge({ draft, entries, exceptions, before, unread, head, now, at }: Case): Judged {
  const read = entries.map((entry) => ({ entry, ...changeOf(entry, before) }))
  const changes = read.flatMap(({ change }) => change ?? [])
  const after = applyChanges(before, changes)
  const found = brokenRules({ before, after, changes, kind: draft.kind, today: dayInBeijing(at) })
  const broken = found.map((one) => judged(one, { found, after, exceptions }))
  const brokenBy = byName(broken)
  const standing = read.map(({ entry, problems, change }): EntryStanding => {
    const { kind, key } = entry
    const stood = printedUnder(before, kind, key)
    const moved = now !== before && !isSame(stood, printedUnder(now, kind, key))
    return { entry, before: stood, problems, change, broken: brokenBy.get(nameOf({ kind, key })) ?? [], moved }
  })
  return {
    base: draft.base,
    head,
    fingerprint: fingerprintOf(draft, entries),
    entries: standing,
    changes,
    broken,
    needsAnother: needsAnother(draft.kind, changes, before),
    publishable: !broken.some(({ open }) => open) && !standing.some(({ problems }) => problems.length > 0),
    before,
    unread,
    after,
  }
}

/** A rule is set aside for one record, for what it said then: where it says something else now, it is open again. */
function judged(
  one: Broken,
  { found, after, exceptions }: Pick<Case, 'exceptions'> & { found: readonly Broken[]; after: WholeRecord },
): JudgedRule {
  const exception = exceptions.find((made) => made.rule === one.rule && made.kind === one.kind && made.key === one.key)
  const holds =
    exception !== undefined && settles(one, exception.act) && exception.told === toldBy({ broken: found, after }, one)
  return { ...one, exception: holds ? exception : null, open: !holds }
}

function byName(broken: readonly JudgedRule[]): ReadonlyMap<string, readonly JudgedRule[]> {
  const groups = new Map<string, JudgedRule[]>()
  for (const one of broken) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one])
  return groups
}

function nameOf({ kind, key }: Pick<Broken, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}

/**
 * The digest of everything that a rule says of one record, and of that record: who set the rule aside saw both. Where
 * another version comes under the key, somebody looks again.
 */
export function toldBy(
  { broken, after }: { readonly broken: readonly Broken[]; readonly after: WholeRecord },
  { rule, kind, key }: Pick<Broken, 'rule' | 'kind' | 'key'>,
): string {
  const said = broken.filter((one) => one.rule === rule && one.kind === kind && one.key === key)
  return digestOf({ said: said.map(({ field, names }) => ({ field, names })), of: printedUnder(after, kind, key) })
}

/** A step that is confirmed may be overridden too; a rule that must be mended is not set aside at all. */
export function settles({ settled }: Pick<Broken, 'settled'>, act: KeptException['act']): boolean {
  return settled === 'may-confirm' || (settled === 'may-override' && act === 'overridden')
}

/** The rules that a draft's kind alone breaks: what it would do can be computed all the same. */
const OF_THE_KIND: readonly string[] = ['E15', 'E16', 'E17', 'E18']

/** Whether the record that it leaves can be computed: one with a circle of acts or a key that leads nowhere cannot. */
export function isComputable({ broken }: Pick<Standing, 'broken'>): boolean {
  return !broken.some(({ rule, settled }) => settled === 'must-mend' && !OF_THE_KIND.includes(rule))
}
