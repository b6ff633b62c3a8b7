import { isApiProblem } from './api/problem'
import { sayApiProblem } from './api/problem-words'
import { sayProductProblem } from './check/problem'
import type { Field, Problem, Retired } from './refusal'
import { say } from './words/catalogue'
import { dayInWords } from './words/day'

/** The sentence for one problem: what was asked, why it has no answer, and what to ask instead. */
export function sayProblem(problem: Problem): string {
  if (isApiProblem(problem)) return sayApiProblem(problem)
  switch (problem.why) {
    case 'malformed-day':
    case 'unknown-country':
    case 'union-of-countries':
      return say(`address.problem.${problem.why}`, { label: labelOf(problem.field), value: shorten(problem.value) })
    case 'before-record':
    case 'before-suspension':
    case 'too-far-ahead':
      return sayOutside(problem)
    case 'no-suspension':
    case 'malformed-revision':
    case 'unknown-view':
    case 'malformed-snapshot':
    case 'misspelt-snapshot':
    case 'unknown-snapshot':
    case 'broken-snapshot':
    case 'unread-snapshot':
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
    case 'retired':
      return sayRetired(problem)
    case 'later-revision':
      return say('address.problem.later-revision', { value: problem.value, at: problem.at })
    case 'repeated':
      return say('address.problem.repeated', { field: shorten(problem.field) })
    case 'missing':
      return say('address.problem.missing', { field: problem.field, label: labelOf(problem.field) })
    case 'unknown-field':
      return say('address.problem.unknown-field', { field: shorten(problem.field), known: problem.known.join(', ') })
    case 'side':
      return say(`compare.problem.${problem.side}`, { problem: sayProblem(problem.problem) })
    case 'not-drawn':
      return say('address.problem.not-drawn', { suffixes: problem.suffixes.join(', ') })
    case 'delta-backwards':
      return say('address.problem.delta-backwards')
    case 'record-away':
      return say('address.problem.record-away')
    case 'record-too-large':
      return say('address.problem.record-too-large')
    case 'busy':
      return say('images.busy', { seconds: problem.seconds })
    case 'crowded':
    case 'too-many-answers':
      return say(`address.problem.${problem.why}`, { seconds: problem.seconds })
    case 'product':
      return sayProductProblem(problem)
    case 'broken':
      return say('address.problem.broken')
  }
}

type Outside = Extract<Problem, { readonly why: 'before-record' | 'before-suspension' | 'too-far-ahead' }>

function sayOutside(problem: Outside): string {
  const values = { label: labelOf(problem.field), value: dayInWords(problem.value) }
  if (problem.why === 'too-far-ahead') {
    return say('address.problem.too-far-ahead', { ...values, last: dayInWords(problem.last) })
  }
  return say(`address.problem.${problem.why}`, { ...values, first: dayInWords(problem.first) })
}

function sayRetired({ kept, value, revision, day, reason, replacedBy }: Retired): string {
  const label = say(`address.kept.${kept}`)
  const when = say('address.problem.retired', { label, value: shorten(value), revision, day: dayInWords(day) })
  const why = reason === null ? say('address.problem.retired-silently') : reason
  return replacedBy === null
    ? `${when} ${why}`
    : `${when} ${why} ${say('address.problem.replaced', { replacedBy: shorten(replacedBy) })}`
}

function labelOf(field: Field): string {
  return say(`address.field.${field}`)
}

/** A reader's own text is said back, but never at length. */
function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
