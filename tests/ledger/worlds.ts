/**
 * Small crowded worlds: a fortnight, two materials, two forms, a handful of clauses that get in each other's way.
 *
 * Everything is drawn as small numbers, so that a counterexample shrinks to few clauses and early days; a world
 * prints itself as lines of text. Targets are always earlier instruments or clauses: no circles.
 */
import { fc } from '@fast-check/vitest'
import { type LocalDate, later } from '@/lib/ledger/interval'
import type { Question } from '@/lib/ledger/question'
import type { Effect, Instrument, Ledger, Party, Provision } from '@/lib/ledger/record'
import { aForm, aLedger, aMaterial, anInstrument, aParty, aProvision, day } from '@/tests/support/builders'

/** The last day on which anything begins or has effect for the last time in a world. */
const LAST = 13

/** Days to look at: the whole life of a world, and a little more than it. */
export const ALL_DAYS: readonly LocalDate[] = Array.from({ length: LAST + 5 }, (_, number) => day(number))

export const CELLS: readonly (readonly [material: string, form: string])[] = [
  ['Dy', 'metal'],
  ['Dy', 'oxide'],
  ['Ho', 'metal'],
  ['Ho', 'oxide'],
]

const PARTIES = ['acme', 'beta']

const anyDay = fc.nat({ max: LAST })

/** One part in `sum of weights` per entry. */
function weighted<Value>(...entries: readonly (readonly [weight: number, value: Value])[]): fc.Arbitrary<Value> {
  return fc.oneof(...entries.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })))
}

const instrumentDraw = fc.record({
  issued: fc.nat({ max: 5 }),
  verified: fc.oneof(fc.nat({ max: 5 }), anyDay),
  binding: weighted<'law' | 'statement'>([12, 'law'], [1, 'statement']),
  jurisdiction: weighted([12, 'CN'], [1, 'MY']),
})

const reachDraw = fc.record({
  materials: weighted([5, ['Dy']], [1, ['Ho']], [4, ['Dy', 'Ho']]),
  forms: weighted([4, ['metal']], [1, ['oxide']], [3, ['metal', 'oxide']], [3, ['any']]),
  coverage: weighted<'whole' | 'named'>([2, 'whole'], [1, 'named']),
  destinations: weighted(
    [12, { only: null, except: [] }],
    [2, { only: ['US'], except: [] }],
    [1, { only: ['US', 'JP'], except: ['JP'] }],
    [1, { only: null, except: ['US'] }],
    [1, { only: null, except: ['CN', 'JP'] }],
  ),
  endUse: weighted<Provision['endUse']>([8, 'any'], [2, 'military'], [2, 'listed-party']),
  anyList: fc.boolean(),
  route: weighted<Provision['route']>([11, 'export'], [3, 're-export'], [1, 'foreign-made']),
})

const clauseDraw = fc.record({
  instrument: fc.nat({ max: 3 }),
  effect: weighted<Effect>(
    [10, 'licence'],
    [5, 'prohibit'],
    [10, 'suspend'],
    [4, 'extend'],
    [2, 'repeal'],
    [2, 'exempt'],
  ),
  controlledItems: weighted([3, false], [1, true]),
  inPrinciple: fc.boolean(),
  from: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 5 }) }, { weight: 1, arbitrary: anyDay }),
  /** Days of effect; null for good. */
  length: fc.option(fc.nat({ max: 9 }), { nil: null, freq: 2 }),
  /** Suspensions are shorter, so that there is something to see after them. */
  pause: fc.option(fc.nat({ max: 4 }), { nil: null, freq: 6 }),
  picks: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 3, size: 'max' }),
  reach: reachDraw,
})

const partyDraw = fc.record({
  country: fc.constantFrom('US', 'JP', null),
  list: fc.nat({ max: 3 }),
  listed: anyDay,
  stays: fc.option(fc.nat({ max: 6 }), { nil: null }),
})

type InstrumentDraw = typeof instrumentDraw extends fc.Arbitrary<infer Draw> ? Draw : never
type ClauseDraw = typeof clauseDraw extends fc.Arbitrary<infer Draw> ? Draw : never
type PartyDraw = typeof partyDraw extends fc.Arbitrary<infer Draw> ? Draw : never

const questionDraw = fc.record({
  known: weighted<number | null>([6, null], [1, 3], [1, 5], [1, 8]),
  from: weighted([12, 'CN'], [1, 'MY']),
  to: weighted<string | null>([3, null], [4, 'US'], [1, 'JP'], [1, 'DE']),
  use: weighted<Question['use']>([1, 'military'], [1, 'civil']),
  party: weighted<string | null>([2, null], [1, 'acme'], [1, 'beta']),
  route: weighted<Question['route']>([9, 'export'], [4, 're-export'], [1, 'foreign-made']),
})

/** What is asked of every day of a world. */
export type Asked = Omit<Question, 'on'>

export const aQuestion: fc.Arbitrary<Asked> = questionDraw.map(({ known, ...rest }) => ({
  ...rest,
  known: known === null ? null : day(known),
}))

/** A world by itself, printing as text. */
export const aWorld: fc.Arbitrary<Ledger> = fc
  .record({
    instruments: fc.array(instrumentDraw, { minLength: 3, maxLength: 4, size: 'max' }),
    clauses: fc.array(clauseDraw, { minLength: 6, maxLength: 14, size: 'max' }),
    parties: fc.tuple(partyDraw, partyDraw),
  })
  .map(({ instruments, clauses, parties }) => readable(worldOf(instruments, clauses, parties)))

/** One more clause for a world: a licence or a prohibition under an instrument that the world has. */
export function aFurtherRule(world: Ledger): fc.Arbitrary<Provision> {
  return fc.tuple(clauseDraw, fc.boolean()).map(([draw, licence]) => {
    const instrument = pick(world.instruments, draw.instrument)
    return { ...clauseOf('further', instrument, draw, []), effect: licence ? 'licence' : 'prohibit' }
  })
}

/** A statement with clauses of every kind, aimed at anything the world has. */
export function aStatement(world: Ledger): fc.Arbitrary<Ledger> {
  return fc.tuple(instrumentDraw, fc.array(clauseDraw, { minLength: 1, maxLength: 4 })).map(([draw, clauses]) => {
    const drawn = instrumentOf('statement', draw)
    const coversFrom = world.instruments.map((one) => one.issuedOn).toSorted()[0] ?? drawn.issuedOn
    const statement: Instrument = {
      ...drawn,
      binding: 'statement',
      issuedOn: later(drawn.issuedOn, coversFrom),
    }
    const before = [...world.instruments, ...world.provisions].map((one) => one.key)
    const said = clauses.map((clause, number) => clauseOf(`said-${number}`, statement, clause, before))
    return {
      ...world,
      instruments: [...world.instruments, statement],
      provisions: [...world.provisions, ...said],
      parties: world.parties,
    }
  })
}

/** A suspension of some licences and prohibitions of a world, under a notice of its own, so that nothing else acts on it. */
export type FurtherSuspension = { readonly instrument: Instrument; readonly suspension: Provision }

export function aFurtherSuspension(world: Ledger): fc.Arbitrary<FurtherSuspension> {
  const rules = world.provisions
    .filter(({ effect }) => effect === 'licence' || effect === 'prohibit')
    .map(({ key }) => key)
  return fc.tuple(instrumentDraw, clauseDraw, fc.subarray(rules)).map(([notice, draw, targets]) => {
    const instrument = instrumentOf('further', notice)
    return {
      instrument,
      suspension: { ...clauseOf('further-1', instrument, { ...draw, effect: 'suspend' }, ['any']), targets },
    }
  })
}

/** The same records in another order. */
export function inAnyOrder(world: Ledger): fc.Arbitrary<Ledger> {
  const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length })
  return fc
    .record({
      materials: shuffled(world.materials),
      forms: shuffled(world.forms),
      instruments: shuffled(world.instruments),
      provisions: shuffled(world.provisions),
      parties: shuffled(world.parties),
    })
    .map((order) => ({ ...world, ...order }))
}

/** The same world with clauses added, and the notice they stand in where it is new. */
export function adding(world: Ledger, provisions: readonly Provision[], instrument?: Instrument): Ledger {
  const instruments = instrument === undefined ? world.instruments : [...world.instruments, instrument]
  return readable({ ...world, instruments, provisions: [...world.provisions, ...provisions] })
}

/** The same world with a clause struck out, and with what acted on it alone. */
export function without(world: Ledger, key: string): Ledger {
  const left = world.provisions
    .filter((provision) => provision.key !== key)
    .map((provision) => ({ ...provision, targets: provision.targets.filter((target) => target !== key) }))
  const idle = left.filter((provision) => provision.targets.length === 0 && acts(provision.effect))
  const kept = { ...world, provisions: left.filter((provision) => !idle.includes(provision)) }
  return readable(idle.reduce<Ledger>((ledger, provision) => without(ledger, provision.key), kept))
}

export function acts(effect: Effect): boolean {
  return effect === 'suspend' || effect === 'extend' || effect === 'repeal'
}

function worldOf(
  instrumentDraws: readonly InstrumentDraw[],
  clauseDraws: readonly ClauseDraw[],
  partyDraws: readonly PartyDraw[],
): Ledger {
  const instruments = instrumentDraws.map((draw, number) => instrumentOf(`i${number}`, draw))
  const placed = clauseDraws
    .map((draw) => ({ ...draw, instrument: draw.instrument % instruments.length }))
    .toSorted((a, b) => a.instrument - b.instrument)
  const provisions: Provision[] = []
  for (const draw of placed) {
    const before = [
      ...instruments.slice(0, draw.instrument).map((one) => one.key),
      ...provisions.flatMap((one) =>
        one.effect === 'suspend' && draw.effect === 'extend' ? [one.key, one.key, one.key] : [one.key],
      ),
    ]
    provisions.push(clauseOf(`p${provisions.length}`, pick(instruments, draw.instrument), draw, before))
  }
  return aLedger({
    materials: [aMaterial({ key: 'Dy', forms: ['metal', 'oxide'] }), aMaterial({ key: 'Ho', forms: ['metal'] })],
    forms: [aForm({ key: 'metal', order: 1 }), aForm({ key: 'oxide', order: 2 })],
    instruments,
    provisions,
    parties: partyDraws.map((draw, number) => partyOf(PARTIES[number] ?? 'nobody', draw, instruments)),
  })
}

function instrumentOf(key: string, draw: InstrumentDraw): Instrument {
  return anInstrument({
    key,
    issuedOn: day(draw.issued),
    verifiedThrough: day(Math.max(draw.verified, draw.issued)),
    binding: draw.binding,
    jurisdiction: draw.jurisdiction,
  })
}

/** A clause that can act on nothing yet is a licence. */
function clauseOf(key: string, instrument: Instrument, draw: ClauseDraw, before: readonly string[]): Provision {
  const { effect, inPrinciple } = draw
  const length = effect === 'suspend' ? draw.pause : draw.length
  const inForce = { from: day(draw.from), to: length === null ? null : endAfter(draw.from + length) }
  if (acts(effect) && before.length > 0) {
    const targets = [...new Set(draw.picks.map((number) => pick(before.toReversed(), number)))]
    return aProvision({ key, instrument: instrument.key, effect, inForce, targets })
  }
  const { anyList, ...reach } = draw.reach
  return aProvision({
    ...reach,
    ...(draw.controlledItems ? { materials: ['controlled-items'], coverage: 'whole' } : {}),
    key,
    instrument: instrument.key,
    effect: acts(effect) ? 'licence' : effect,
    inForce,
    inPrinciple: effect === 'prohibit' && inPrinciple,
    partyList: reach.endUse === 'listed-party' && !anyList ? instrument.key : null,
  })
}

function partyOf(key: string, draw: PartyDraw, instruments: readonly Instrument[]): Party {
  return aParty({
    key,
    country: draw.country,
    instrument: pick(instruments, draw.list).key,
    listedOn: day(draw.listed),
    delistedOn: draw.stays === null ? null : endAfter(draw.listed + draw.stays),
  })
}

/** The first day after a last one; a world is over soon after `LAST`. */
function endAfter(number: number): LocalDate {
  return day(Math.min(number, LAST) + 1)
}

function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function readable(world: Ledger): Ledger {
  return Object.defineProperty({ ...world }, fc.toStringMethod, { value: () => tell(world), enumerable: false })
}

/** A world as text, one line each for its instruments, clauses and parties. */
export function tell(world: Ledger): string {
  const until = (to: LocalDate | null) => (to === null ? '…' : short(to))
  return [
    '',
    ...world.instruments.map(
      (one) =>
        `  ${one.key} ${one.binding} of ${one.jurisdiction}, issued ${short(one.issuedOn)}, verified through ${short(one.verifiedThrough)}`,
    ),
    ...world.provisions.map((one) =>
      [
        `  ${one.key} in ${one.instrument}: ${one.effect}${one.inPrinciple ? ' in principle' : ''} [${short(one.inForce.from)}, ${until(one.inForce.to)})`,
        acts(one.effect)
          ? `on ${one.targets.join(' and ')}`
          : `${one.materials.join('+')} ${one.forms.join('+')} ${one.coverage} ${one.endUse} ${one.partyList ?? ''} ${one.route} ${JSON.stringify(one.destinations)}`,
      ].join(' '),
    ),
    ...world.parties.map(
      (one) =>
        `  party ${one.key} of ${one.country} on ${one.instrument} [${short(one.listedOn)}, ${until(one.delistedOn)})`,
    ),
    '',
  ].join('\n')
}

function short(on: LocalDate): string {
  return on.slice(5)
}
