import type { LocalDate } from './interval'
import { localDate } from './interval'
import type { Form, Instrument, Ledger, Material, Party, Provision, Regime } from './record'
import { CONTROLLED_ITEMS } from './record'
import type { ProvisionSpan } from './status'

/** What acts on one provision: the suspensions, extensions and repeals that name it or its instrument. */
export type Acts = {
  readonly suspensions: readonly Provision[]
  readonly extensions: readonly Provision[]
  readonly repeals: readonly Provision[]
}

/** The law of a ledger as it was known on a day: only binding instruments issued by then (R1, known day). */
export type Law = {
  readonly ledger: Ledger
  readonly known: LocalDate | null
  /** The first day the record covers: the day its first instrument was issued (R13). */
  readonly coversFrom: LocalDate
  readonly materials: ReadonlyMap<string, Material>
  readonly forms: ReadonlyMap<string, Form>
  readonly regimes: ReadonlyMap<string, Regime>
  readonly parties: ReadonlyMap<string, Party>
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly provisions: ReadonlyMap<string, Provision>
  /** Licence, prohibit and exempt lines by the material they name; `controlled-items` is a name of its own. */
  readonly linesByMaterial: ReadonlyMap<string, readonly Provision[]>
  readonly acts: (provision: Provision) => Acts
  /** Filled by `spansOf`: a provision's states never change within one law, so they are worked out once. */
  readonly spans: Map<string, readonly ProvisionSpan[] | 'being worked out'>
}

const NO_ACTS: readonly Provision[] = []

/**
 * Opens a ledger for reading.
 *
 * @param known only instruments issued on or before this Beijing day count; `null` counts everything recorded.
 */
export function openLaw(ledger: Ledger, known: LocalDate | null): Law {
  const instruments = new Map(
    ledger.instruments
      .filter((instrument) => instrument.binding === 'law' && (known === null || instrument.issuedOn <= known))
      .map((instrument) => [instrument.key, instrument]),
  )
  const provisions = ledger.provisions.filter((provision) => instruments.has(provision.instrument))
  const suspensions = byTarget(provisions, 'suspend')
  const extensions = byTarget(provisions, 'extend')
  const repeals = byTarget(provisions, 'repeal')
  return {
    ledger,
    known,
    coversFrom: firstDayOf(ledger),
    materials: byKey(ledger.materials),
    forms: byKey(ledger.forms),
    regimes: byKey(ledger.regimes),
    parties: byKey(ledger.parties),
    instruments,
    provisions: byKey(provisions),
    linesByMaterial: groupByMaterial(provisions),
    acts: (provision) => ({
      suspensions: actsOn(suspensions, provision),
      extensions: actsOn(extensions, provision),
      repeals: actsOn(repeals, provision),
    }),
    spans: new Map(),
  }
}

/**
 * The instrument that a provision of this law stands in.
 *
 * @throws {TypeError} when the ledger lacks it, which the checks at loading rule out.
 */
export function instrumentOf(law: Law, provision: Provision): Instrument {
  const instrument = law.instruments.get(provision.instrument)
  if (instrument === undefined) throw new TypeError(`no instrument ${JSON.stringify(provision.instrument)} in this law`)
  return instrument
}

/** The `controlled-items` lines of a law (R2). */
export function controlledItemLines(law: Law): readonly Provision[] {
  return law.linesByMaterial.get(CONTROLLED_ITEMS) ?? NO_ACTS
}

/**
 * The latest day through which anybody looked for new rules of a jurisdiction; `null` when the record holds no
 * law of it at all. Silence (`not-controlled`) is no better than this day.
 */
export function lookedThrough(law: Law, jurisdiction: string): LocalDate | null {
  const there = looks.get(law) ?? furthestLooks(law)
  looks.set(law, there)
  return there.get(jurisdiction) ?? null
}

/** Every silent cell asks on every day, and of a law of many instruments all would be looked through each time. */
const looks = new WeakMap<Law, ReadonlyMap<string, LocalDate>>()

function furthestLooks({ instruments }: Law): ReadonlyMap<string, LocalDate> {
  const furthest = new Map<string, LocalDate>()
  for (const { jurisdiction, verifiedThrough } of instruments.values()) {
    const there = furthest.get(jurisdiction)
    if (there === undefined || verifiedThrough > there) furthest.set(jurisdiction, verifiedThrough)
  }
  return furthest
}

function firstDayOf(ledger: Ledger): LocalDate {
  const days = ledger.instruments.map((instrument) => instrument.issuedOn).sort()
  return days[0] ?? localDate('0001-01-01')
}

function byKey<Item extends { readonly key: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.key, item]))
}

function byTarget(provisions: readonly Provision[], effect: Provision['effect']): Map<string, Provision[]> {
  const found = new Map<string, Provision[]>()
  for (const provision of provisions) {
    if (provision.effect !== effect) continue
    for (const target of provision.targets) {
      const acts = found.get(target)
      if (acts === undefined) found.set(target, [provision])
      else acts.push(provision)
    }
  }
  return found
}

function actsOn(acts: Map<string, Provision[]>, provision: Provision): readonly Provision[] {
  const onInstrument = acts.get(provision.instrument)
  const onProvision = acts.get(provision.key)
  if (onInstrument === undefined) return onProvision ?? NO_ACTS
  if (onProvision === undefined) return onInstrument
  return [...new Set([...onInstrument, ...onProvision])]
}

function groupByMaterial(provisions: readonly Provision[]): Map<string, Provision[]> {
  const found = new Map<string, Provision[]>()
  for (const provision of provisions) {
    if (provision.effect !== 'licence' && provision.effect !== 'prohibit' && provision.effect !== 'exempt') continue
    for (const material of provision.materials) {
      const lines = found.get(material)
      if (lines === undefined) found.set(material, [provision])
      else lines.push(provision)
    }
  }
  return found
}
