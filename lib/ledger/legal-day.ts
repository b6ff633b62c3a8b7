import type { LocalDate } from './interval'
import type { Reach } from './reach'
import type { Instrument } from './record'
import type { Claim, Event } from './testimony'

export type LegalDayKind =
  /** Lines are published that take effect later. */
  | 'issued'
  /** Lines that ask for a licence, prohibit or exempt take effect. */
  | 'starts'
  | 'suspension-starts'
  /** The first day after the last day of a suspension: what it suspended applies again (R6). */
  | 'suspension-ends'
  /** The first day of a gap in a suspension that was extended late, and the first day on which it goes on (R5). */
  | 'suspension-interrupted'
  | 'suspension-resumes'
  /** The first day after the last day of lines, by their own date or a repeal. */
  | 'lapses'
  /** What an event tells of runs out: no rule of law (R1). */
  | 'deadline'
  /** A year after licences were reported under a statement that gives no end: a day to look, no rule of law (R1). */
  | 'licence-term'
  /** Somebody should look at the instrument again. */
  | 'look-due'

/** An instrument by its key and its names. */
export type Named = Pick<Instrument, 'key' | 'number' | 'titleEn' | 'titleZh'>

/** A day that the record knows beforehand or afterwards, and what it is. The same for everybody, whatever day is today. */
export type LegalDay = {
  /** Named for the instrument and the kind of day, never for the date: it stays when the day moves. */
  readonly id: string
  readonly kind: LegalDayKind
  readonly on: LocalDate
  readonly instrument: Named | null
  /** Of a deadline or a term of licences. */
  readonly event: Pick<Event, 'key' | 'title' | 'status'> | null
  /** Of a deadline that claims alone name: the first that did. */
  readonly claim: Pick<Claim, 'key' | 'statement'> | null
  /** A statement names the day, and no instrument on file carries it. */
  readonly announced: boolean
  /** How many lines start or lapse; 0 for what is told of a whole instrument. */
  readonly lines: number
  /** How many of the lines that start are suspended on that very day. */
  readonly suspended: number
  /** The instruments that a suspension acts on, as a whole or in part. */
  readonly actsOn: readonly (Named & { readonly whole: boolean })[]
  /** The last day of a suspension rests on an assumed reading. */
  readonly assumedInclusive: boolean
  /** False where nobody has looked at what followed the end of a suspension (R7). */
  readonly verified: boolean
  /** Keys, sorted. */
  readonly materials: readonly string[]
  readonly regimes: readonly string[]
  /** What these are called: another name is another thing to tell. */
  readonly called: readonly string[]
}

/** A day of a kind, with nothing more to tell of it yet. */
export function dayOf(kind: LegalDayKind, on: LocalDate, instrument: Instrument | null, reach: Reach): LegalDay {
  return {
    id: `${instrument?.key ?? ''}.${kind}`,
    kind,
    on,
    instrument: instrument === null ? null : named(instrument),
    event: null,
    claim: null,
    announced: false,
    ...{ lines: 0, suspended: 0, actsOn: [], assumedInclusive: false, verified: true },
    materials: [...reach.materials].sort(),
    regimes: [...reach.regimes].sort(),
    called: [],
  }
}

export function named({ key, number, titleEn, titleZh }: Instrument): Named {
  return { key, number, titleEn, titleZh }
}
