import { ANY_BUYER, type BuyerDifference, type BuyerFacts, isSameBuyer } from '@/lib/ledger/buyer'
import type { Seen } from '@/lib/ledger/compare/seen'
import type { Instrument, Party, Provision } from '@/lib/ledger/record'
import { EU_MEMBERS, nameOfCountry } from '../countries'
import type { NameOf } from '../history/names'
import type { ProfileName } from '../profiles'
import { say } from './catalogue'
import { seenInWords } from './compare'
import { countriesInWords } from './country-names'
import { materialsInShort } from './impact-cells'
import { instrumentName } from './instrument'
import { listed } from './list'
import { nameOf as nameIn } from './names'
import { statusWord } from './status'

/** A rule with the instrument that it stands in. */
export type Clause = {
  readonly rule: Pick<Provision, 'clause' | 'destinations' | 'endUse' | 'partyList'>
  readonly instrument: Instrument
}

/** A buyer of whom readers ask: `civil buyer in the EU (Germany)`. */
export function profileInWords({
  name,
  facts,
  party,
}: {
  readonly name: ProfileName
  readonly facts: BuyerFacts
  readonly party: Party | null
}): string {
  if (name === 'eu') return say('lens.profile.eu', { country: countryOf(facts.to) })
  if (name === 'party') return say('lens.profile.party', { name: party === null ? (facts.party ?? '') : nameIn(party) })
  return say(`lens.profile.${name}`)
}

/** Whether what is answered for one member of the EU holds for all of them. */
export function memberInWords({
  country,
  apart,
}: {
  readonly country: string
  readonly apart: readonly Clause[]
}): string {
  const asked = { country: nameOfCountry(country) }
  if (apart.length === 0) return say('lens.alike', { ...asked, count: EU_MEMBERS.length })
  return say('lens.apart', { ...asked, rules: listed(apart.map(clauseInWords), 'apart') })
}

/** `clause 1 of No. 46 of 2024 (only to United States, military end use)`: a rule, and what it says of buyers. */
export function clauseInWords({ rule: { clause, destinations, endUse, partyList }, instrument }: Clause): string {
  const { only, except } = destinations
  const names = [
    ...(only === null ? [] : [say('proof.reach.only', { countries: countriesInWords(only) })]),
    ...(except.length === 0 ? [] : [say('proof.reach.except', { countries: countriesInWords(except) })]),
    ...(endUse === 'any' ? [] : [say(`proof.reach.${endUse}`)]),
  ]
  const values = { clause, instrument: instrumentName(instrument), names: listed(names) }
  return endUse === 'listed-party' && partyList !== null
    ? say('lens.rule', { ...values, names: say('proof.reach.partyOf', { instrument: instrumentName(instrument) }) })
    : say('lens.rule', values)
}

type Group = {
  readonly cells: number
  readonly materials: readonly string[]
  readonly before: Seen
  readonly after: Seen
  readonly clauses: readonly Clause[]
}

/** Cells that read otherwise for a buyer alike: `45 cells of Sc, Y: licence → prohibited, by clause 1 of …`. */
export function buyerGroupInWords({ cells, materials, before, after, clauses }: Group, nameOf: NameOf): string {
  return say('lens.group', {
    count: cells,
    materials: materialsInShort(materials, nameOf),
    before: seenInWords(before),
    after: seenInWords(after),
    rules: listed(clauses.map(clauseInWords), 'apart'),
  })
}

/** What a cell says under its word where it reads otherwise than for any buyer. */
export function markForBuyer({ before, after }: Pick<BuyerDifference, 'before' | 'after'>): string {
  if (before.status === after.status && before.beforeEffect === after.beforeEffect) return say('lens.markSame')
  return say('lens.mark', { word: statusWord(before.status, before.beforeEffect) })
}

/** How much a buyer of whom something is said changes, and whether one member of the EU stands for all; empty for any buyer. */
export function buyerInWords(
  {
    differences,
    member,
  }: {
    readonly differences: readonly BuyerDifference[]
    readonly member: Parameters<typeof memberInWords>[0] | null
  },
  question: BuyerFacts,
  { rows }: { readonly rows: readonly { readonly cells: readonly unknown[] }[] },
): readonly string[] {
  if (isSameBuyer(question, ANY_BUYER)) return []
  const total = rows.reduce((sum, { cells }) => sum + cells.length, 0)
  return [
    differences.length === 0 ? say('lens.same') : say('lens.differs', { count: differences.length, total }),
    ...(member === null ? [] : [memberInWords(member)]),
  ]
}

function countryOf(code: string | null): string {
  return code === null ? say('matrix.asked.any') : nameOfCountry(code)
}
