import type { LocalDate } from '../interval'
import type { Instrument, Provision } from '../record'
import type { LineState, RuleStatus } from '../status'
import type { AssumedDay, Looked, OpenQuestion } from './open'
import type { Truth } from './truth'

/** What a reader can tell of a product, by the names of the form's fields, in the order in which they are asked for. */
export const INPUTS = [
  'goods',
  'named',
  'composition',
  'origin',
  'share',
  'technology',
  'from',
  'to',
  'use',
  'party',
  'owner',
  'ownerShare',
  'on',
] as const

export type Input = (typeof INPUTS)[number]

/**
 * The tests of a rule, in the order in which they are told.
 *
 * `content` is share or technology, for rules that hold where either limb of their notice does; `controlled` is whether
 * an item rule in force controls the goods (`controlled-items`); `knowledge` is what the exporter knows, which no form
 * can ask; `exemption` is whether no exemption takes them out; `day` is whether the rule is in force.
 */
export const TESTS = [
  'material',
  'form',
  'coverage',
  'controlled',
  'route',
  'destination',
  'use',
  'party',
  'share',
  'technology',
  'content',
  'knowledge',
  'exemption',
  'day',
] as const

export type TestName = (typeof TESTS)[number]

/** One test of one rule: whether it speaks for the rule reaching the goods. */
export type Test = {
  readonly test: TestName
  readonly truth: Truth
  /** The inputs it looked at, and those of them that would settle it. */
  readonly inputs: readonly Input[]
  readonly missing: readonly Input[]
}

/**
 * What a rule makes of the goods on the asked day, in the order in which findings are told.
 *
 * `unverified`: its suspension has ended and nobody has looked what followed (R7); it is neither `bites` nor `paused`.
 * `will-bite`: issued, and starts later. `not-issued`: issued after the asked day. `cannot-tell`: an input is missing.
 */
export const VERDICTS = [
  'bites',
  'unverified',
  'paused',
  'will-bite',
  'cannot-tell',
  'does-not-reach',
  'ended',
  'not-issued',
] as const

export type Verdict = (typeof VERDICTS)[number]

export type Finding = {
  readonly provision: Provision
  readonly instrument: Instrument
  readonly verdict: Verdict
  /** What it would be if every unknown went the wrong way; the verdict itself where nothing is unknown. */
  readonly otherwise: Exclude<Verdict, 'cannot-tell'>
  /** What the text does where it bites. */
  readonly effect: 'licence' | 'refused' | 'prohibited'
  /** What it gives if it reaches the goods, on the asked day: `paused`, `announced`, … (R8). */
  readonly gives: RuleStatus
  readonly state: LineState
  readonly tests: readonly Test[]
  /** Inputs that would settle a `cannot-tell`, each once. */
  readonly missing: readonly Input[]
  /** Keys of the suspensions at work, of those whose end nobody verified, and of the item rules it leans on. */
  readonly suspendedBy: readonly string[]
  readonly revivedFrom: readonly string[]
  readonly leansOn: readonly string[]
  /** What the record marks as open on it, and last days around it that are read and not stated (R12). */
  readonly disputes: readonly OpenQuestion[]
  readonly assumed: readonly AssumedDay[]
  /** Whether what came back is not the rule itself, but only what it leans on. */
  readonly revivedByItem: boolean
  /** For a suspended rule: whether it has never applied so far. */
  readonly beforeEffect: boolean
  /** First and last day of its state, both inclusive; `null` is before the record begins, and without end. */
  readonly since: LocalDate | null
  readonly lastDay: LocalDate | null
  /** Its next state, and from which day; `unverified` there is a revival that nobody has verified. */
  readonly next: { readonly on: LocalDate; readonly verdict: Finding['otherwise'] } | null
}

/** What the goods may be, where what was said leaves several possible. */
export type Candidate = {
  readonly provision: Provision
  /** How its own code lies to the one that was asked for. */
  readonly match: 'same' | 'narrower' | 'broader'
  /** The codes of the line that match. */
  readonly codes: readonly string[]
}

export type ConclusionWord = 'licence' | 'refused' | 'prohibited' | 'pause-ended' | 'no-rule' | 'cannot-tell'

/** What follows from all findings together. */
export type Conclusion = {
  /**
   * `no-rule`: no rule of this record bites on this day, with nothing missing that could change it. `pause-ended`: what
   * is certain rests on a revival nobody verified. `cannot-tell`: nothing is certain, and a missing input could bring at
   * least a licence. Otherwise the highest certain effect.
   */
  readonly word: ConclusionWord
  /** What holds in any case: firm, whatever the missing inputs are. */
  readonly atLeast: RuleStatus
  /** What the texts give if unverified revivals are taken as they read, whatever the missing inputs are. */
  readonly byText: RuleStatus
  /** The highest that missing inputs could bring; equal to `byText` when nothing is missing that matters. */
  readonly atMost: RuleStatus
}

export type Agreement = Pick<Conclusion, 'word' | 'byText'>

export type CheckAnswer = {
  readonly conclusion: Conclusion
  /** In the order: bites, unverified, paused, will bite, cannot tell, does not reach, ended, not issued; then by rank. */
  readonly findings: readonly Finding[]
  /** For goods said by a code: every line it may mean; else empty. */
  readonly candidates: readonly Candidate[]
  /** What follows for each candidate, if that is the same; else `null`. The code alone does not decide. */
  readonly candidatesAgree: Agreement | null
  /** True where goods are not identified: lines that print no code may reach them too. */
  readonly unidentified: boolean
  /** True where the answer supposes that a composition is whole: that what it does not name is not in it. */
  readonly supposesWhole: boolean
  /** Inputs that could change the conclusion, each once, in the order of `Input`. */
  readonly missing: readonly Input[]
  /** Rules that turn on what the exporter knows and may reach goods of any kind, not counted in the conclusion. */
  readonly besides: readonly Finding[]
  /** The findings that the conclusion rests on, and the earliest look at them; `null` where it rests on none. */
  readonly rests: readonly Finding[]
  readonly looked: Looked | null
  /** The earliest day on which some finding changes, after the asked day. */
  readonly next: LocalDate | null
}
