import type { Kind } from '@/lib/ledger/change'
import type { LocalDate } from '@/lib/ledger/interval'
import type { ApiProblem } from './api/problem'
import { STATUS_OF_API_PROBLEM } from './api/problem'
import type { ProductProblem } from './check/problem'
import { say } from './words/catalogue'

/** The parts of a question and of a request that a reader can get wrong; their labels are in the catalogue. */
export type Field =
  | 'rev'
  | 'on'
  | 'known'
  | 'until'
  | 'from'
  | 'to'
  | 'use'
  | 'party'
  | 'origin'
  | 'route'
  | 'scope'
  | 'by'
  | 'material'
  | 'form'
  | 'q'
  | 'code'
  | 'a'
  | 'kind'
/** What stands, or stood, under a key of the record. */
export type Kept = Kind
export type Problem =
  | { readonly why: 'malformed-day'; readonly field: 'on' | 'known' | 'until'; readonly value: string }
  | {
      readonly why: 'before-record'
      readonly field: 'on' | 'known'
      readonly value: LocalDate
      readonly first: LocalDate
    }
  | {
      readonly why: 'too-far-ahead'
      readonly field: 'on' | 'known' | 'until'
      readonly value: LocalDate
      readonly last: LocalDate
    }
  /** A supposed last day before the first of a suspension. */
  | {
      readonly why: 'before-suspension'
      readonly field: 'until'
      readonly value: LocalDate
      readonly first: LocalDate
    }
  /** An instrument, by name, that suspends nothing as far as is known on the known day: there is nothing to rehearse. */
  | { readonly why: 'no-suspension'; readonly value: string }
  | { readonly why: 'malformed-revision'; readonly value: string }
  | { readonly why: 'unpublished-revision'; readonly value: number; readonly head: number }
  | { readonly why: 'unknown-country'; readonly field: 'from' | 'to' | 'origin'; readonly value: string }
  | { readonly why: 'union-of-countries'; readonly field: 'from' | 'to' | 'origin'; readonly value: string }
  | {
      readonly why: 'unknown-choice'
      readonly field: 'use' | 'route' | 'scope' | 'by' | 'kind'
      readonly value: string
      readonly choices: readonly string[]
    }
  | { readonly why: 'unknown-key'; readonly kept: Kept; readonly value: string; readonly nearest: string | null }
  | Retired
  /** A revision that was published after the one at which an address stands. */
  | { readonly why: 'later-revision'; readonly value: number; readonly at: number }
  | { readonly why: 'repeated'; readonly field: string }
  | { readonly why: 'missing'; readonly field: Field }
  | { readonly why: 'unknown-field'; readonly field: string; readonly known: readonly string[] }
  | { readonly why: 'unknown-view'; readonly value: string }
  /** A view that has nothing to draw: it can be had under other suffixes. */
  | { readonly why: 'not-drawn'; readonly suffixes: readonly string[] }
  /** A delta leads from an earlier revision to a later one. */
  | { readonly why: 'delta-backwards' }
  /** A name of a snapshot: not one by its form, one with a wrong sign, one that nobody has. */
  | { readonly why: 'malformed-snapshot' | 'misspelt-snapshot' | 'unknown-snapshot'; readonly value: string }
  /** A snapshot whose bytes are not those that were frozen, or are of a format that this release does not read. */
  | { readonly why: 'broken-snapshot' | 'unread-snapshot'; readonly value: string }
  | { readonly why: 'record-away' }
  /** What would list all of a record that is only told of in parts. */
  | { readonly why: 'record-too-large' }
  | { readonly why: 'broken' }
  /** Too many pictures are being drawn: ask again in so many seconds. */
  | { readonly why: 'busy'; readonly seconds: number }
  /** Too many ask at once, or one network too much: ask again in so many seconds. */
  | { readonly why: 'crowded' | 'too-many-answers'; readonly seconds: number }
  | ApiProblem
  | ProductProblem
  | OfSide

/** What is wrong with one of two questions that are compared: `a` is the first, `b` the second. */
export type OfSide = { readonly why: 'side'; readonly side: 'a' | 'b'; readonly problem: Problem }

/** A key under which something stood once: since when it does not, why, and what took its place. */
export type Retired = {
  readonly why: 'retired'
  readonly kept: Kept
  readonly value: string
  readonly revision: number
  readonly day: LocalDate
  /** `null` for what was withdrawn without a word, as a revert does. */
  readonly reason: string | null
  /** A key of the same kind that stands; readers are led there. */
  readonly replacedBy: string | null
}

/** What is refused, and the nearest address that is good; `null` where only the front page is certain. */
export type Refusal = { readonly problems: readonly [Problem, ...Problem[]]; readonly nearest: string | null }

export type RefusalStatus = 400 | 404 | 405 | 410 | 413 | 415 | 429 | 500 | 503

const STATUS: { readonly [why in Exclude<Problem['why'], 'side'>]: RefusalStatus } = {
  'malformed-day': 400,
  'before-record': 404,
  'too-far-ahead': 404,
  'before-suspension': 404,
  'no-suspension': 404,
  'malformed-revision': 400,
  'unpublished-revision': 404,
  'unknown-country': 400,
  'union-of-countries': 400,
  'unknown-choice': 400,
  'unknown-key': 404,
  retired: 410,
  'later-revision': 404,
  repeated: 400,
  missing: 400,
  'unknown-field': 400,
  'unknown-view': 404,
  'not-drawn': 404,
  'delta-backwards': 400,
  'malformed-snapshot': 400,
  'misspelt-snapshot': 400,
  'unknown-snapshot': 404,
  'broken-snapshot': 500,
  'unread-snapshot': 500,
  'record-away': 503,
  'record-too-large': 503,
  broken: 500,
  busy: 503,
  crowded: 503,
  'too-many-answers': 429,
  product: 400,
  ...STATUS_OF_API_PROBLEM,
}

/** The status of an answer that refuses: what is malformed goes before what is merely not there. */
export function statusOf(refusal: Refusal): RefusalStatus {
  const all = refusal.problems.map(statusOfProblem)
  return all.find((status) => status >= 500) ?? all.find((status) => status === 400) ?? all[0] ?? 404
}

function statusOfProblem(problem: Problem): RefusalStatus {
  return problem.why === 'side' ? statusOfProblem(problem.problem) : STATUS[problem.why]
}

/** Whether all that is wrong is that keys were retired, and something took the place of each: readers are led there. */
export function replacedOnly({ problems }: Refusal): boolean {
  return problems.every((problem) => problem.why === 'retired' && problem.replacedBy !== null)
}

/** The few words over the sentences: "Not in this record". */
export function titleOf(refusal: Refusal): string {
  const every = (one: Problem['why']) => refusal.problems.every(({ why }) => why === one)
  if (every('crowded')) return say('address.title.crowded')
  return say(`address.title.${every('record-too-large') ? 413 : statusOf(refusal)}`)
}
