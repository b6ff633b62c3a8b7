import type { LocalDate } from '@/lib/ledger/interval'
import { say } from './words/catalogue'
import { dayInWords } from './words/day'

/** The parts of a question and of a request that a reader can get wrong; their labels are in the catalogue. */
export type Field =
  | 'rev'
  | 'on'
  | 'known'
  | 'from'
  | 'to'
  | 'use'
  | 'party'
  | 'route'
  | 'scope'
  | 'by'
  | 'material'
  | 'form'
export type Kept = 'material' | 'form' | 'party' | 'regime' | 'instrument' | 'source'
export type Problem =
  | { readonly why: 'malformed-day'; readonly field: 'on' | 'known'; readonly value: string }
  | {
      readonly why: 'before-record'
      readonly field: 'on' | 'known'
      readonly value: LocalDate
      readonly first: LocalDate
    }
  | {
      readonly why: 'too-far-ahead'
      readonly field: 'on' | 'known'
      readonly value: LocalDate
      readonly last: LocalDate
    }
  | { readonly why: 'malformed-revision'; readonly value: string }
  | { readonly why: 'unpublished-revision'; readonly value: number; readonly head: number }
  | { readonly why: 'unknown-country'; readonly field: 'from' | 'to'; readonly value: string }
  | { readonly why: 'union-of-countries'; readonly field: 'from' | 'to'; readonly value: string }
  | {
      readonly why: 'unknown-choice'
      readonly field: 'use' | 'route' | 'scope' | 'by'
      readonly value: string
      readonly choices: readonly string[]
    }
  | { readonly why: 'unknown-key'; readonly kept: Kept; readonly value: string; readonly nearest: string | null }
  | { readonly why: 'repeated'; readonly field: string }
  | { readonly why: 'missing'; readonly field: Field }
  | { readonly why: 'unknown-field'; readonly field: string; readonly known: readonly string[] }
  | { readonly why: 'unknown-view'; readonly value: string }
  | { readonly why: 'record-away' }
  | { readonly why: 'broken' }

/** What is refused, and the nearest address that is good; `null` where only the front page is certain. */
export type Refusal = { readonly problems: readonly [Problem, ...Problem[]]; readonly nearest: string | null }

export type RefusalStatus = 400 | 404 | 500 | 503

const STATUS: { readonly [why in Problem['why']]: RefusalStatus } = {
  'malformed-day': 400,
  'before-record': 404,
  'too-far-ahead': 404,
  'malformed-revision': 400,
  'unpublished-revision': 404,
  'unknown-country': 400,
  'union-of-countries': 400,
  'unknown-choice': 400,
  'unknown-key': 404,
  repeated: 400,
  missing: 400,
  'unknown-field': 400,
  'unknown-view': 404,
  'record-away': 503,
  broken: 500,
}

/** The status of an answer that refuses: what is malformed goes before what is merely not there. */
export function statusOf(refusal: Refusal): RefusalStatus {
  const all = refusal.problems.map((problem) => STATUS[problem.why])
  return all.find((status) => status >= 500) ?? (all.includes(400) ? 400 : 404)
}

/** The sentence for one problem: what was asked, why it has no answer, and what to ask instead. */
export function sayProblem(problem: Problem): string {
  switch (problem.why) {
    case 'malformed-day':
    case 'unknown-country':
    case 'union-of-countries':
      return say(`address.problem.${problem.why}`, { label: labelOf(problem.field), value: shorten(problem.value) })
    case 'before-record':
      return say('address.problem.before-record', {
        label: labelOf(problem.field),
        value: dayInWords(problem.value),
        first: dayInWords(problem.first),
      })
    case 'too-far-ahead':
      return say('address.problem.too-far-ahead', {
        label: labelOf(problem.field),
        value: dayInWords(problem.value),
        last: dayInWords(problem.last),
      })
    case 'malformed-revision':
    case 'unknown-view':
      return say(`address.problem.${problem.why}`, { value: shorten(problem.value) })
    case 'unpublished-revision':
      return say('address.problem.unpublished-revision', { value: problem.value, head: problem.head })
    case 'unknown-choice':
      return say('address.problem.unknown-choice', {
        label: labelOf(problem.field),
        value: shorten(problem.value),
        choices: problem.choices.join(', '),
      })
    case 'unknown-key':
      return say(`address.problem.${problem.nearest === null ? 'unknown-key' : 'misspelt-key'}`, {
        label: say(`address.kept.${problem.kept}`),
        value: shorten(problem.value),
        nearest: problem.nearest ?? '',
      })
    case 'repeated':
      return say('address.problem.repeated', { field: shorten(problem.field) })
    case 'missing':
      return say('address.problem.missing', { field: problem.field, label: labelOf(problem.field) })
    case 'unknown-field':
      return say('address.problem.unknown-field', { field: shorten(problem.field), known: problem.known.join(', ') })
    case 'record-away':
      return say('address.problem.record-away')
    case 'broken':
      return say('address.problem.broken')
  }
}

/** The few words over the sentences: "Not in this record". */
export function titleOf(refusal: Refusal): string {
  return say(`address.title.${statusOf(refusal)}`)
}

function labelOf(field: Field): string {
  return say(`address.field.${field}`)
}

/** A reader's own text is said back, but never at length. */
function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
