import { endingSuspensions, targetsOf } from './agenda'
import { announcedDays } from './calendar/announced'
import { licenceTerms } from './calendar/licence-terms'
import { gathered } from './gathered'
import type { LocalDate } from './interval'
import type { Law } from './law'
import { instrumentOf, openLaw } from './law'
import type { LegalDay, LegalDayKind } from './legal-day'
import { dayOf, named } from './legal-day'
import { lookDueOn } from './look-due'
import { compare } from './order'
import type { Reaching } from './reach'
import { reachingOf, union } from './reach'
import type { Provision } from './record'
import { inForceRuns, spanOn, spansOf, suspensionVerifiedThrough } from './span'
import type { WholeRecord } from './testimony'

/**
 * The days of one kind and instrument carry numbers from the second on: `cn-2025-61.starts`, `cn-2025-61.starts-2`.
 *
 * @param law of the record, as known on the day by which something must have been issued or said to count.
 */
export function legalDaysOf(record: WholeRecord, law: Law = openLaw(record, null)): readonly LegalDay[] {
  const { known } = law
  const reaching = reachingOf(record)
  const days = [
    ...lineDays(law, reaching),
    ...suspensionEnds(law, reaching),
    ...announcedDays(law, record, reaching),
    ...licenceTerms(record, reaching, known),
    ...record.instruments
      .filter(({ issuedOn }) => known === null || issuedOn <= known)
      .map((one) => dayOf('look-due', lookDueOn(law, record, one), one, reaching.ofInstrument(one.key))),
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
  const isSuspension = ({ line }: Line) => line.effect === 'suspend'
  const runs = own.filter(({ effect }) => effect === 'suspend').flatMap((line) => interruptionsOf(law, line))
  const kinds: readonly (readonly [LegalDayKind, readonly Line[]])[] = [
    ['issued', own.flatMap((line) => issued(law, line))],
    ['starts', starts.filter((one) => !isSuspension(one))],
    ['suspension-starts', starts.filter(isSuspension)],
    ['suspension-interrupted', runs.map(({ line, stops }) => ({ line, on: stops }))],
    ['suspension-resumes', runs.map(({ line, resumes }) => ({ line, on: resumes }))],
    ['lapses', lapses],
  ]
  return kinds.flatMap(([kind, lines]) => daysOf(law, reaching, kind, lines))
}

/** The day on which a line that starts later is published: until then no rule, from then on an announced one. */
function issued(law: Law, line: Provision): readonly Line[] {
  const [first, second] = spansOf(law, line)
  const on = line.effect !== 'suspend' && first?.state === 'not-issued' ? second?.from : undefined
  return on === undefined || on >= line.inForce.from ? [] : [{ on, line }]
}

/** The gaps in a suspension: one that was extended late stops, and goes on later (R5). */
function interruptionsOf(law: Law, line: Provision) {
  const runs = inForceRuns(law, line)
  return runs.slice(1).flatMap(({ from }, at) => {
    const stops = runs[at]?.to ?? null
    return stops === null ? [] : [{ line, stops, resumes: from }]
  })
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
