import 'server-only'
import type { LocalDate } from '@/lib/ledger/interval'
import { laneOf } from '@/lib/ledger/lane'
import type { Law } from '@/lib/ledger/law'
import { compare } from '@/lib/ledger/order'
import { claimAsDated, eventAsDated } from '@/lib/ledger/period'
import type { Instrument, Provision, Regime } from '@/lib/ledger/record'
import { regimeAlone } from '@/lib/ledger/regime'
import { mergeRollups } from '@/lib/ledger/rollup'
import { formsInOrder, materialsInScope } from '@/lib/ledger/scope'
import { spanOn } from '@/lib/ledger/span'
import { countStates, standingOn } from '@/lib/ledger/standing'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { effectsOf } from './effects'
import { frameOf, mentionsOf, readingsOf } from './frame'
import type { Opened } from './opened'
import { suspendersOf } from './suspenders'

/** All regimes with their instruments, in the record's order. */
export function regimesPage(opened: Opened) {
  const { record } = opened
  return {
    ...frameOf(opened),
    regimes: [...record.regimes].sort((a, b) => a.order - b.order).map((regime) => regimeEntry(opened, regime)),
  }
}

/** One regime: its instruments, its own timeline, and what it does to each material it reaches. */
export function regimePage(opened: Opened, regime: Regime) {
  const { law, record } = opened
  const instruments = instrumentsOf(record, regime)
  const reach = reachOf(opened, regime)
  const events = record.events.filter((event) => event.regimes.includes(regime.key)).map(eventAsDated)
  const keys = new Set(instruments.map((instrument) => instrument.key))
  const claims = record.claims.filter((claim) => claim.tags.some((tag) => keys.has(tag))).map(claimAsDated)
  return {
    ...frameOf(opened, earliestLook(instruments)),
    sources: mentionsOf(record, [regime, ...instruments, ...events, ...claims, ...readingsOf(claims)], []).sources,
    regime,
    instruments: instruments.map((instrument) => instrumentEntry(opened, instrument)),
    lanes: instruments.map((instrument) => ({ instrument, spans: laneOf(law, linesOf(law, instrument)) })),
    rollup: mergeRollups(reach.map((entry) => entry.rollup)),
    reach,
    suspenders: suspendersOf(law, instruments),
    events,
    claims,
  }
}

/** All instruments, the latest first. */
export function instrumentsPage(opened: Opened) {
  return {
    ...frameOf(opened),
    instruments: [...opened.record.instruments]
      .sort((a, b) => compare(b.issuedOn, a.issuedOn) || compare(a.key, b.key))
      .map((instrument) => instrumentEntry(opened, instrument)),
  }
}

/** One instrument: what it says, reaches and rests on, and what acts on it. */
export function instrumentPage(opened: Opened, instrument: Instrument) {
  const { law, record, coordinates } = opened
  const { on } = coordinates.question
  const provisions = record.provisions.filter((provision) => provision.instrument === instrument.key)
  const lines = linesOf(law, instrument)
  const events = record.events.filter((event) => event.instruments.includes(instrument.key)).map(eventAsDated)
  const claims = record.claims.filter((claim) => claim.tags.includes(instrument.key)).map(claimAsDated)
  const parties = record.parties.filter((party) => party.instrument === instrument.key)
  const materials = new Set(provisions.flatMap((provision) => provision.materials))
  const forms = new Set(provisions.flatMap((provision) => provision.forms))
  return {
    ...frameOf(opened, instrument.verifiedThrough),
    ...mentionsOf(
      record,
      [instrument, ...provisions, ...parties, ...events, ...claims, ...readingsOf(claims)],
      record.instruments,
    ),
    instrument,
    regime: regimeOf(record, instrument),
    provisions: lines.map((provision) => standingOn(law, provision, on)),
    spans: laneOf(law, lines),
    actedOnBy: actsOnLines(law, lines, on),
    effects: effectsOf(opened, instrument, lines),
    actsOn: targetsOf(record, provisions),
    suspenders: suspendersOf(law, [instrument]),
    materials: materialsInScope(law, 'all').filter((material) => materials.has(material.key)),
    forms: formsInOrder(law).filter((form) => forms.has(form.key)),
    parties,
    events,
    claims,
  }
}

function regimeEntry(opened: Opened, regime: Regime) {
  const { record } = opened
  const reach = reachOf(opened, regime)
  return {
    regime,
    instruments: instrumentsOf(record, regime).map((instrument) => instrumentEntry(opened, instrument)),
    rollup: mergeRollups(reach.map((entry) => entry.rollup)),
    materials: reach.length,
  }
}

function instrumentEntry({ law, record, coordinates }: Opened, instrument: Instrument) {
  const standings = linesOf(law, instrument).map((line) => standingOn(law, line, coordinates.question.on))
  return { instrument, regime: regimeOf(record, instrument), states: countStates(standings) }
}

function reachOf({ law, coordinates }: Opened, regime: Regime) {
  return materialsInScope(law, 'all').flatMap((material) => {
    const rollup = regimeAlone(law, coordinates.question, material, regime.key)
    return rollup === null ? [] : [{ material, rollup }]
  })
}

function instrumentsOf(record: WholeRecord, regime: Regime): readonly Instrument[] {
  return record.instruments
    .filter((instrument) => instrument.regime === regime.key)
    .sort((a, b) => compare(a.issuedOn, b.issuedOn) || compare(a.key, b.key))
}

/** An instrument's provisions as far as the law counts them: none for a statement or one not known yet. */
function linesOf(law: Law, instrument: Instrument): readonly Provision[] {
  return [...law.provisions.values()].filter((provision) => provision.instrument === instrument.key)
}

function actsOnLines(law: Law, lines: readonly Provision[], on: LocalDate) {
  const acts = new Set(
    lines.flatMap((line) => {
      const { suspensions, extensions, repeals } = law.acts(line)
      return [...suspensions, ...extensions, ...repeals]
    }),
  )
  return [...acts].flatMap((provision) => {
    const instrument = law.instruments.get(provision.instrument)
    return instrument === undefined ? [] : [{ instrument, provision, state: spanOn(law, provision, on).state }]
  })
}

function targetsOf(record: WholeRecord, provisions: readonly Provision[]): readonly Instrument[] {
  const targets = new Set(provisions.flatMap((provision) => provision.targets))
  const ofLines = record.provisions.filter((line) => targets.has(line.key)).map((line) => line.instrument)
  const keys = new Set([...targets, ...ofLines])
  return record.instruments.filter((instrument) => keys.has(instrument.key))
}

/** @throws {TypeError} when the record lacks the regime, which the checks at loading rule out. */
function regimeOf(record: WholeRecord, instrument: Instrument): Regime {
  const regime = record.regimes.find((candidate) => candidate.key === instrument.regime)
  if (regime === undefined) throw new TypeError(`no regime ${JSON.stringify(instrument.regime)} in the record`)
  return regime
}

/** A page about many instruments is verified through the earliest look at any of them. */
function earliestLook(instruments: readonly Instrument[]): LocalDate | null {
  return instruments.reduce<LocalDate | null>(
    (first, { verifiedThrough }) => (first === null || verifiedThrough < first ? verifiedThrough : first),
    null,
  )
}
