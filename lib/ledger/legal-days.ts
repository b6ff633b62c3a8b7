import { endingSuspensions, targetsOf } from './agenda'
import { gathered } from './gathered'
import type { LocalDate } from './interval'
import type { Law } from './law'
import { instrumentOf, openLaw } from './law'
import type { LegalDay, LegalDayKind } from './legal-day'
import { dayOf, named } from './legal-day'
import { lastDayOfEvent, lookDueOn } from './look-due'
import { compare } from './order'
import type { Reaching } from './reach'
import { reachingOf, union } from './reach'
import type { Provision } from './record'
import { spanOn, spansOf, suspensionVerifiedThrough } from './span'
import type { WholeRecord } from './testimony'

/** The days of one kind and instrument carry numbers from the second on: `cn-2025-61.starts`, `cn-2025-61.starts-2`. */
export function legalDaysOf(record: WholeRecord): readonly LegalDay[] {
  const law = openLaw(record, null)
  const reaching = reachingOf(record)
  const ends = suspensionEnds(law, reaching)
  const days = [
    ...lineDays(law, reaching),
    ...ends,
    ...deadlines(record, reaching, ends),
    ...record.instruments.map((one) =>
      dayOf('look-due', lookDueOn(law, record, one), one, reaching.ofInstrument(one.key)),
    ),
  ]
  const nameOf = new Map([
    ...record.materials.map(({ key, nameEn }) => [key, nameEn] as const),
    ...record.regimes.map(({ key, shortName }) => [key, shortName] as const),
  ])
  return gathered(days, ({ id }) => id)
    .flatMap((own) => own.toSorted((a, b) => compare(a.on, b.on)).map(numbered))
    .map((day) => ({ ...day, called: [...day.materials, ...day.regimes].map((key) => nameOf.get(key) ?? key) }))
    .toSorted((a, b) => compare(a.id, b.id))
}

function numbered(day: LegalDay, at: number): LegalDay {
  return at === 0 ? day : { ...day, id: `${day.id}-${at + 1}` }
}

type Line = { readonly on: LocalDate; readonly line: Provision }

/** Days on which lines start or lapse. A line that is repealed before it starts does neither. */
function lineDays(law: Law, reaching: Reaching): readonly LegalDay[] {
  const own = [...law.provisions.values()].filter(({ effect }) => effect !== 'extend' && effect !== 'repeal')
  const starts = own.map((line) => ({ on: line.inForce.from, line })).filter(({ on, line }) => begins(law, line, on))
  const lapses = own.flatMap((line): readonly Line[] => {
    const [first, ended] = [spansOf(law, line)[0], spansOf(law, line).at(-1)]
    if (line.effect === 'suspend' || ended?.state !== 'ended' || ended === first) return []
    return begins(law, line, line.inForce.from) ? [{ on: ended.from, line }] : []
  })
  return [
    ...daysOf(
      law,
      reaching,
      'starts',
      starts.filter(({ line }) => line.effect !== 'suspend'),
    ),
    ...daysOf(
      law,
      reaching,
      'suspension-starts',
      starts.filter(({ line }) => line.effect === 'suspend'),
    ),
    ...daysOf(law, reaching, 'lapses', lapses),
  ]
}

function begins(law: Law, line: Provision, on: LocalDate): boolean {
  const { state } = spanOn(law, line, on)
  return state === 'in-force' || state === 'suspended'
}

function suspensionEnds(law: Law, reaching: Reaching): readonly LegalDay[] {
  const ending = endingSuspensions(law)
  const lines = ending.map(({ provision, end }) => ({ on: end, line: provision }))
  return daysOf(law, reaching, 'suspension-ends', lines).map((day) => {
    const own = ending.filter(({ provision, end }) => provision.instrument === day.instrument?.key && end === day.on)
    return {
      ...day,
      assumedInclusive: own.some((one) => one.ending.assumedInclusive),
      verified: own.every(({ provision, end }) => end <= suspensionVerifiedThrough(law, provision)),
    }
  })
}

/** One day for each instrument and date, with what its lines reach and, for suspensions, what they act on. */
function daysOf(law: Law, reaching: Reaching, kind: LegalDayKind, lines: readonly Line[]): readonly LegalDay[] {
  return gathered(lines, ({ on, line }) => `${line.instrument} ${on}`).map((own) => {
    const [{ on, line: first }] = own
    const acted = new Map(own.flatMap(({ line }) => targetsOf(law, line)).map((target) => [target.key, target]))
    return {
      ...dayOf(kind, on, instrumentOf(law, first), union(own.map(({ line }) => reaching.ofProvision(line.key)))),
      lines: own.length,
      suspended: own.filter(({ line }) => spanOn(law, line, on).state === 'suspended').length,
      actsOn: [...acted.values()].flatMap(({ key, whole }) => {
        const instrument = law.instruments.get(key)
        return instrument === undefined ? [] : [{ ...named(instrument), whole }]
      }),
    }
  })
}

/** Deadlines that events tell of, but for those of a suspension: its own days say when it ends by law. */
function deadlines(record: WholeRecord, reaching: Reaching, ends: readonly LegalDay[]): readonly LegalDay[] {
  return record.events.flatMap((event) => {
    const on = event.precision === 'day' ? lastDayOfEvent(event) : null
    const isOfSuspension = ends.some(
      ({ instrument }) => instrument !== null && event.instruments.includes(instrument.key),
    )
    if (on === null || (event.kind === 'deadline' && isOfSuspension)) return []
    const { key, title, status, regimes } = event
    const reach = union([
      ...event.instruments.map(reaching.ofInstrument),
      { materials: new Set(), regimes: new Set(regimes) },
    ])
    return [{ ...dayOf('deadline', on, null, reach), id: `${key}.deadline`, event: { key, title, status } }]
  })
}
