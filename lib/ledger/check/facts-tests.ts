import type { Asked } from '../concern'
import { isListed } from '../concern'
import type { Law } from '../law'
import { instrumentOf } from '../law'
import type { Country, Party, Provision } from '../record'
import type { Input, Test, TestName } from './answer'
import type { Kept } from './keep'
import { once } from './keep'
import { ownedFrom, restsOnTechnology, turnsOnKnowledge } from './markers'
import type { Product } from './product'
import type { Truth } from './truth'
import { all, some, truthOf } from './truth'

/** What item rules in force say of a thing: whether they control it, firmly too, and which they are (R2, R9). */
export type About = {
  readonly tests: readonly Test[]
  readonly firm: Truth | null
  readonly leansOn: readonly string[]
  readonly leansUnverified: readonly string[]
}

/** What is asked, of what product: the facts that tests look at. */
export type Facts = {
  readonly law: Law
  readonly asked: Asked
  readonly product: Product
  /** Exemptions in force on the asked day (R5). */
  readonly exemptions: readonly Provision[]
  /*
   * Filled while rules are read, for rules are read anew for every thing and every country of making, and few of these
   * enter: what a line says of a thing, whether item rules control it (the same for every rule of a country), what the
   * limbs of a notice make of it, and what takes it out, by country, route and origin.
   */
  readonly goods: Kept<Provision, readonly Test[]>
  readonly controlled: Kept<Country, About>
  readonly dualUse: Kept<Provision, About>
  readonly limbs: Kept<Provision, readonly Test[]>
  readonly exempted: Kept<string, readonly Test[]>
  /** The same where no thing enters: a rule's other tests, and the item rules of a country in force on the asked day. */
  readonly plain: Map<Provision, readonly Test[]>
  readonly items: Map<Country, readonly Provision[]>
}

/**
 * The tests of one rule that do not depend on what the goods are: destination, use, party, share, technology and
 * knowledge, each only where the rule asks for it (R2, with what is missing kept apart from "no").
 */
export function factsTests(facts: Facts, line: Provision): readonly Test[] {
  return once(facts.plain, line, () => plainTests(facts, line))
}

function plainTests(facts: Facts, line: Provision): readonly Test[] {
  return [
    ...(line.endUse === 'listed-party' ? [partyTest(facts, line)] : destinationTests(facts, line)),
    ...(line.endUse === 'military' ? [endUseTest(facts)] : []),
    ...contentTests(facts, line),
    ...(turnsOnKnowledge(line) ? [told('knowledge', 'unknown', [], [])] : []),
  ]
}

/** Share and technology, for the limbs that ask for one of them. */
export function contentTests({ product }: Facts, line: Provision): readonly Test[] {
  if (line.route !== 'foreign-made') return []
  if (line.deMinimis !== null) {
    const { share } = product
    const truth = share === null ? 'unknown' : truthOf(reachesShare(share, line.deMinimis))
    return [told('share', truth, ['share'], ['share'])]
  }
  if (!restsOnTechnology(line)) return []
  const truth = product.technology === null ? 'unknown' : truthOf(product.technology)
  return [told('technology', truth, ['technology'], ['technology'])]
}

/**
 * The route of a rule, from where the goods were made and where they are sent from: out of the country that made the rule
 * (`export`), made there and sent from elsewhere (`re-export`), made and sent elsewhere (`foreign-made`). Help is given
 * out of the country, or by its people anywhere, which nothing here tells.
 *
 * @param origin the country of making, `null` for none that is known, `elsewhere` for any but the rule's own.
 */
export function routeTest({ law, asked }: Facts, line: Provision, origin: Country | 'elsewhere' | null): Test {
  const own = instrumentOf(law, line).jurisdiction
  const sentOut = asked.from === own
  const made: Truth = origin === null ? 'unknown' : truthOf(origin === own)
  switch (line.route) {
    case 'export':
      return told('route', truthOf(sentOut), ['from'], [])
    case 're-export':
      return told('route', all([truthOf(!sentOut), made]), ['from', 'origin'], ['origin'])
    case 'foreign-made':
      return told(
        'route',
        all([truthOf(!sentOut), made === 'unknown' ? made : truthOf(made === 'no')]),
        ['from', 'origin'],
        ['origin'],
      )
    case 'assistance':
      return told('route', sentOut ? 'yes' : 'unknown', ['from'], [])
  }
}

/** A test with what it looked at; what would settle it is told only while it is open. */
export function told(test: TestName, truth: Truth, inputs: readonly Input[], settles: readonly Input[]): Test {
  return { test, truth, inputs, missing: truth === 'unknown' ? settles : [] }
}

/** "0.1 % or more": the share in percent against a floor as a part of one, without an error of rounding at the edge. */
function reachesShare(percent: number, floor: number): boolean {
  return percent >= Number((floor * 100).toPrecision(12))
}

function destinationTests({ asked }: Facts, { destinations: { only, except } }: Provision): readonly Test[] {
  if (only === null && except.length === 0) return []
  const { to } = asked
  const truth = to === null ? 'unknown' : truthOf((only === null || only.includes(to)) && !except.includes(to))
  return [told('destination', truth, ['to'], ['to'])]
}

function endUseTest({ asked, product }: Facts): Test {
  const known = product.useKnown || asked.question.use === 'military'
  return told('use', known ? truthOf(asked.question.use === 'military') : 'unknown', ['use'], ['use'])
}

/** Listed by name, or owned by a listed party where the text says so: either is enough. */
function partyTest(facts: Facts, line: Provision): Test {
  const named = namedTruth(facts, line)
  const floor = ownedFrom(line)
  if (floor === null) return told('party', named, ['party'], ['party'])
  const owned = ownedTruth(facts, line, floor)
  const { owner } = facts.product
  const settles: Input[] = [
    ...(named === 'unknown' ? ['party' as const] : []),
    ...(owned === 'unknown' ? [owner === null ? ('owner' as const) : ('ownerShare' as const)] : []),
  ]
  return told('party', some([named, owned]), ['party', 'owner', 'ownerShare'], settles)
}

function namedTruth({ law, asked, product }: Facts, line: Provision): Truth {
  if (asked.party !== null) return truthOf(isOnListOf(law, line, asked.party, asked))
  return product.partyKnown ? 'no' : 'unknown'
}

function ownedTruth({ law, asked, product: { owner } }: Facts, line: Provision, floor: number): Truth {
  if (owner === null) return 'unknown'
  if (owner === 'none') return 'no'
  const party = law.parties.get(owner.party)
  if (party === undefined) return 'unknown'
  if (!isOnListOf(law, line, party, asked)) return 'no'
  return owner.percent === null ? 'unknown' : truthOf(owner.percent >= floor)
}

function isOnListOf(law: Law, { partyList }: Provision, party: Party, { question }: Asked): boolean {
  if (!law.instruments.has(party.instrument) || !isListed(party, question.on)) return false
  return partyList === null || partyList === party.instrument
}
