import { recordUnder } from './apply'
import type { Change, Records } from './change'
import { gathered } from './gathered'
import { once } from './once'
import type { Provision } from './record'
import { CONTROLLED_ITEMS } from './record'
import type { Claim, Event, WholeRecord } from './testimony'

/** Materials and regimes by their keys: what a change, or a line of law, is about. */
export type Reach = { readonly materials: ReadonlySet<string>; readonly regimes: ReadonlySet<string> }

/** What the lines and instruments of one record reach. */
export type Reaching = {
  readonly ofProvision: (key: string) => Reach
  /** An instrument reaches what its lines do, and its own regime. */
  readonly ofInstrument: (key: string) => Reach
}

/**
 * What the lines of a record reach: the materials that they name, or, for what acts on others, those that these name. A
 * line that reaches every controlled item reaches every material that some line names.
 */
export function reachingOf(record: WholeRecord): Reaching {
  const provisions = new Map(record.provisions.map((one) => [one.key, one]))
  const instruments = new Map(record.instruments.map((one) => [one.key, one]))
  const linesOf = new Map(gathered(record.provisions, (one) => one.instrument).map((own) => [own[0].instrument, own]))
  const named = new Set(
    record.provisions.flatMap(({ materials }) => materials.filter((key) => key !== CONTROLLED_ITEMS)),
  )

  const collect = (key: string, seen: Set<string>): Reach => {
    if (seen.has(key)) return NOTHING
    seen.add(key)
    const line = provisions.get(key)
    if (line !== undefined) return union([own(line), ...line.targets.map((target) => collect(target, seen))])
    const regime = instruments.get(key)?.regime
    const lines = linesOf.get(key) ?? []
    return union([
      { materials: new Set(), regimes: new Set(regime === undefined ? [] : [regime]) },
      ...lines.map((one) => collect(one.key, seen)),
    ])
  }
  const own = ({ materials, instrument }: Provision): Reach => {
    const regime = instruments.get(instrument)?.regime
    return {
      materials: materials.includes(CONTROLLED_ITEMS) ? named : new Set(materials),
      regimes: new Set(regime === undefined ? [] : [regime]),
    }
  }
  const reach = once((key: string) => collect(key, new Set()))
  return { ofProvision: reach, ofInstrument: reach }
}

/**
 * What a change set is about: every material and regime that its records, as they were or as they are now, name
 * themselves or through the law that they are part of. No cell of another material changes its status under the plain
 * question. What sources and forms are called concerns no material.
 *
 * @param before `null` for the first change set of all.
 */
export function reachOf(changes: readonly Change[], before: WholeRecord | null, after: WholeRecord): Reach {
  const states = before === null ? [after] : [before, after]
  return union(
    states.flatMap((state) => {
      const reaching = reachingOf(state)
      return changes.map((change) => reachOfChange(change, state, reaching))
    }),
  )
}

/** Reach that several have together. */
export function union(reaches: readonly Reach[]): Reach {
  return {
    materials: new Set(reaches.flatMap(({ materials }) => [...materials])),
    regimes: new Set(reaches.flatMap(({ regimes }) => [...regimes])),
  }
}

const NOTHING: Reach = { materials: new Set(), regimes: new Set() }

function reachOfChange({ kind, key }: Change, state: WholeRecord, reaching: Reaching): Reach {
  switch (kind) {
    case 'material':
      return { ...NOTHING, materials: new Set([key]) }
    case 'regime':
      return { ...NOTHING, regimes: new Set([key]) }
    case 'provision':
      return reaching.ofProvision(key)
    case 'instrument':
      return reaching.ofInstrument(key)
    case 'party': {
      const party = recordUnder(state, 'party', key)
      return party === null ? NOTHING : reaching.ofInstrument(party.instrument)
    }
    case 'event': {
      const event = recordUnder(state, 'event', key)
      return event === null ? NOTHING : { ...NOTHING, regimes: regimesOf(event, reaching) }
    }
    case 'claim':
      return { ...NOTHING, materials: new Set(recordUnder(state, 'claim', key)?.asserts.flatMap(materialsIn(state))) }
    case 'indicator':
      return { ...NOTHING, materials: new Set(recordUnder(state, 'indicator', key)?.materials) }
    default:
      return NOTHING
  }
}

/** An event changes no law (R1), so it is about regimes and not about what their lines name. */
function regimesOf({ regimes, instruments }: Event, { ofInstrument }: Reaching): ReadonlySet<string> {
  return new Set([...regimes, ...instruments.flatMap((key) => [...ofInstrument(key).regimes])])
}

function materialsIn({ materials }: WholeRecord): (assertion: Claim['asserts'][number]) => readonly string[] {
  return ({ materials: said }) => {
    if (said === 'all') return materials.map(({ key }: Records['material']) => key)
    if (said === 'all-rare-earths') return materials.filter(({ rareEarth }) => rareEarth).map(({ key }) => key)
    return said
  }
}
