import { ask } from '../concern'
import type { LocalDate } from '../interval'
import type { Law } from '../law'
import { instrumentOf } from '../law'
import type { Question } from '../question'
import type { Country, Provision } from '../record'
import { spanOn } from '../span'
import { rank } from '../status'
import type { CheckAnswer, Finding, Input } from './answer'
import { INPUTS, VERDICTS } from './answer'
import type { Weighed } from './conclude'
import { agreementOf, concludeCheck } from './conclude'
import type { Facts } from './facts-tests'
import { asBeside, findingOf, givesOn } from './finding'
import type { Kept } from './keep'
import { keep } from './keep'
import { turnsOnKnowledge } from './markers'
import type { Product } from './product'
import { lookedAt, restingOn } from './rests'
import type { Reached } from './rule'
import { reachIn } from './rule'
import type { World } from './thing'
import { thingsOf } from './thing'
import { isWorthTelling } from './worth'

type Read = { readonly provision: Provision; readonly reached: readonly Reached[] }

/**
 * Which rules reach goods on a day, rule by rule and test by test, in three values: what nobody has said is unknown, and
 * never "no". Adding a fact never takes back what was certain.
 *
 * The question's `route` is not read: the routes follow from where the goods were made and where they are sent from.
 *
 * @throws {TypeError} when the question's party is not in the record.
 */
export function checkProduct(law: Law, question: Question, product: Product): CheckAnswer {
  const facts = factsOf(law, question, product)
  const { things, candidates } = thingsOf(law, product.goods, question.on)
  const origins = originsOf(law, product)
  const worlds = things.flatMap((thing) => origins.map((origin): World => ({ thing, origin })))
  const read = [...law.provisions.values()]
    .filter(({ effect }) => effect === 'licence' || effect === 'prohibit')
    .map((provision): Read => ({ provision, reached: reachedIn(facts, provision, worlds) }))

  const identified = worlds.map(({ thing }) => thing.is !== 'anything')
  const weighed = worlds.map((_, world) => read.flatMap((one) => weighedIn(facts, one, world)))
  const conclusion = concludeCheck(weighed, identified.includes(false))
  const findings = read
    .filter((one) => isWorthTelling(law, one, worlds))
    .map((one) => findingOf(facts, one, worlds))
    .filter((finding) => isTold(finding))
    .sort(inOrder)
  const rests = restingOn(conclusion, findings)
  return {
    conclusion,
    findings,
    candidates,
    candidatesAgree: agreementOf(
      candidates.map((_, index) => weighed.filter((_one, at) => worlds[at]?.thing === things[index])),
    ),
    unidentified: identified.includes(false),
    supposesWhole: product.goods.by === 'composition',
    missing: missingFor(findings, rank(conclusion.byText), identified.includes(false)),
    besides: read
      .filter((one) => isBeside(facts, one, identified))
      .map((one) => asBeside(findingOf(facts, one, worlds))),
    rests,
    looked: lookedAt(law, rests),
    next: firstChange(findings),
  }
}

function factsOf(law: Law, question: Question, product: Product): Facts {
  const exemptions = [...law.provisions.values()].filter(
    (one) => one.effect === 'exempt' && spanOn(law, one, question.on).state === 'in-force',
  )
  const byThing = { goods: new Map(), controlled: new Map(), dualUse: new Map(), limbs: new Map(), exempted: new Map() }
  return { law, asked: ask(law, question), product, exemptions, ...byThing, plain: new Map(), items: new Map() }
}

/** One rule in every world; worlds that differ in nothing that it asks share what it says. */
function reachedIn(facts: Facts, provision: Provision, worlds: readonly World[]): readonly Reached[] {
  const known: Kept<World['origin'], Reached> = new Map()
  const own = instrumentOf(facts.law, provision).jurisdiction
  const asksOrigin = provision.route === 're-export' || provision.route === 'foreign-made'
  return worlds.map(({ thing, origin: made }) => {
    const origin = made === null || (asksOrigin && made === own) ? made : 'elsewhere'
    return keep(known, thing, origin, () => reachIn(facts, provision, { thing, origin }))
  })
}

/** Where the goods may have been made, as far as some rule asks: in a country whose rules follow goods abroad, or not. */
function originsOf(law: Law, { origin }: Product): readonly World['origin'][] {
  if (origin !== null) return [origin]
  const following = [...law.provisions.values()]
    .filter(({ route }) => route === 're-export' || route === 'foreign-made')
    .map((provision) => instrumentOf(law, provision).jurisdiction)
  return [...new Set<Country>(following), 'elsewhere']
}

function weighedIn(facts: Facts, { provision, reached }: Read, world: number): readonly Weighed[] {
  const here = reached[world]
  if (here === undefined || here.reaches === 'no') return []
  const { gives, firm } = givesOn(facts, provision)
  return [{ gives, reaches: here.reaches, firmly: firm ? here.firmly : 'unknown' }]
}

/** What is over, or was not issued yet, is told only where it reaches the goods for certain. */
function isTold({ verdict, state }: Finding): boolean {
  const live = state !== 'ended' && state !== 'not-issued'
  return live || verdict === 'ended' || verdict === 'not-issued'
}

function isBeside(facts: Facts, { provision, reached }: Read, identified: readonly boolean[]): boolean {
  const { gives } = givesOn(facts, provision)
  const own = instrumentOf(facts.law, provision).jurisdiction
  const about = reached.filter((_, world) => identified[world])
  return (
    turnsOnKnowledge(provision) &&
    facts.asked.from === own &&
    rank(gives) >= rank('licence') &&
    about.every(({ goods }) => goods === 'no')
  )
}

function missingFor(findings: readonly Finding[], certain: number, unidentified: boolean): readonly Input[] {
  const open = findings.filter(({ verdict, gives }) => verdict === 'cannot-tell' && rank(gives) > certain)
  const inputs = new Set(open.flatMap(({ missing }) => missing))
  if (unidentified) inputs.add('goods')
  return INPUTS.filter((input) => inputs.has(input))
}

function firstChange(findings: readonly Finding[]): LocalDate | null {
  const days = findings.flatMap(({ verdict, next }) => (verdict === 'does-not-reach' || next === null ? [] : [next.on]))
  return days.sort()[0] ?? null
}

/** By verdict, then the stricter, then the earlier in force, then by key: the same on every machine. */
function inOrder(a: Finding, b: Finding): number {
  const byVerdict = VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict)
  const byRank = rank(b.effect) - rank(a.effect)
  if (byVerdict !== 0 || byRank !== 0) return byVerdict || byRank
  const [fromA, fromB] = [a.provision.inForce.from, b.provision.inForce.from]
  if (fromA !== fromB) return fromA < fromB ? -1 : 1
  return a.provision.key < b.provision.key ? -1 : 1
}
