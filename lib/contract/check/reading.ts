import type { Ownership, Product } from '@/lib/ledger/check/product'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { readCountry } from '../country-reading'
import type { Problem } from '../refusal'
import type { CheckField, CheckTexts } from './fields'
import { readGoods } from './goods'
import { readName } from './name'
import { readPercent } from './percent'
import { productProblem } from './problem'
import type { FactTexts } from './segments'

/** Parties by a name that a reader typed, until the record tells whom it means: a name that is not found is not cleared. */
export type NamedParties = {
  readonly party?: string
  readonly owner?: { readonly name: string; readonly percent: number | null }
}

/** A product as it was said, with names that nobody has looked up. */
export type Said = { readonly product: Product; readonly named: NamedParties }

type Problems = readonly [Problem, ...Problem[]]

/** Reads what the form's fields, or an address, say of goods: all that is wrong is told at once. */
export function readSaid(texts: FactTexts): Result<Said, Problems> {
  const problems: Problem[] = []
  function read<Value>(result: Result<Value, Problem>): Value | null {
    if (result.ok) return result.value
    problems.push(result.refusal)
    return null
  }
  const goods = read(readGoods(texts))
  const origin = read(ifGiven(texts, 'origin', readOrigin))
  const share = read(ifGiven(texts, 'share', (text) => readPercent('share', text)))
  const technology = read(ifGiven(texts, 'technology', readTechnology))
  const useKnown = read(ifGiven(texts, 'use', readUse)) ?? false
  const party = read(ifGiven(texts, 'party', (text) => readName('party', text)))
  const owner = read(readOwner(texts))
  const noParty = isTicked(texts, 'noParty')
  if (noParty && party !== null) problems.push(productProblem('listed-and-none', 'party', party))
  const [first, ...others] = problems
  if (first !== undefined) return refused([first, ...others])
  if (goods === null) throw new TypeError('goods without a problem could not be read')
  const unfound = owner !== null && 'name' in owner ? { owner } : {}
  return ok({
    product: {
      goods,
      origin,
      share,
      technology,
      useKnown,
      partyKnown: noParty,
      owner: owner !== null && 'party' in owner ? owner : isTicked(texts, 'noOwner') && owner === null ? 'none' : null,
    },
    named: { ...(party === null ? {} : { party }), ...unfound },
  })
}

/** A choice that was left open is sent as `unknown` by the form, and says nothing. */
function ifGiven<Value>(
  texts: CheckTexts,
  field: CheckField,
  read: (text: string) => Result<Value, Problem>,
): Result<Value | null, Problem> {
  const text = texts[field]?.trim() ?? ''
  return text === '' || text.toLowerCase() === 'unknown' ? ok(null) : read(text)
}

function isTicked(texts: CheckTexts, field: CheckField): boolean {
  return !['', 'no', 'unknown'].includes(texts[field]?.trim().toLowerCase() ?? '')
}

function readOrigin(text: string): Result<string, Problem> {
  const code = readCountry('origin', text)
  return typeof code === 'string' ? ok(code) : refused(code)
}

function readTechnology(text: string): Result<boolean, Problem> {
  const answer = text.toLowerCase()
  if (answer === 'yes' || answer === 'no') return ok(answer === 'yes')
  return refused(productProblem('unknown-answer', 'technology', text))
}

/** Whether a civil use is vouched for; a military use is the question's, and settles it. */
function readUse(text: string): Result<boolean, Problem> {
  const use = text.toLowerCase()
  if (use === 'civil' || use === 'military') return ok(use === 'civil')
  return refused({ why: 'unknown-choice', field: 'use', value: text, choices: ['civil', 'military', 'unknown'] })
}

type Owner = Ownership | { readonly name: string; readonly percent: number | null }

function readOwner(texts: FactTexts): Result<Owner | null, Problem> {
  const percent = ifGiven(texts, 'ownerShare', (text) => readPercent('ownerShare', text))
  if (!percent.ok) return percent
  if (texts.ownerKey !== undefined) return ok({ party: texts.ownerKey.toLowerCase(), percent: percent.value })
  const name = ifGiven(texts, 'owner', (text) => readName('owner', text))
  if (!name.ok) return name
  if (name.value !== null) {
    if (isTicked(texts, 'noOwner')) return refused(productProblem('listed-and-none', 'owner', name.value))
    return ok({ name: name.value, percent: percent.value })
  }
  return percent.value === null
    ? ok(null)
    : refused(productProblem('share-without-owner', 'owner', String(percent.value)))
}
