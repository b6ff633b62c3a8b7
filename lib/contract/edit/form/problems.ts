import type { Kind } from '@/lib/ledger/change'
import { say } from '../../words/catalogue'
import type { Printed } from '../draft'
import { WIDGETS, type Widgets } from './kinds'
import { EVERY, type Posted } from './posted'
import type { Widget } from './widget'

/** What is wrong with a form, in the words of its labels; `name` is the field that is meant, `null` for the form as a whole. */
export type FormProblem = { readonly name: string | null; readonly say: string }

/** The longest text of one field. The longest that the record holds is of a few hundred signs. */
export const LONGEST_TEXT = 50_000

/** What the label of a field says. */
export function labelOf(words: string, field: string): string {
  const key = `forms.label.${words}.${field}`
  return say.has(key as never) ? say(key as never) : field
}

/** What belongs into a field, where its label does not say it. */
export function hintOf(words: string, field: string): string | null {
  const key = `forms.hint.${words}.${field}`
  return say.has(key as never) ? say(key as never) : null
}

/** The word of a choice as a reader knows it. */
export function wordOf(words: string, field: string, word: string): string {
  const key = `forms.choice.${words}.${field}.${word}`
  return say.has(key as never) ? say(key as never) : word
}

/** What was found wrong with a record, said of the fields of its form. @param found with paths like `asserts[0].materials`. */
export function problemsOfForm(
  kind: Kind,
  printed: Printed,
  found: readonly { readonly field: string | null; readonly what: string }[],
): readonly FormProblem[] {
  return found.map(({ field, what }) => {
    if (field === null) return { name: null, say: say('forms.problem.whole', { what }) }
    const { name, label, value, isField } = place(kind, printed, field)
    if (!isField) return { name: null, say: say('forms.problem.field', { label: field, what }) }
    const isEmpty = value === '' || value === null || value === undefined
    return { name, say: isEmpty ? say('forms.problem.empty', { label }) : say('forms.problem.field', { label, what }) }
  })
}

type Place = { readonly name: string; readonly label: string; readonly value: unknown; readonly isField: boolean }

/** A field by the path that the files have for it: the name it is posted under, and its label with the rows it stands in. */
function place(kind: Kind, printed: Printed, path: string): Place {
  const names: string[] = []
  const labels: string[] = []
  let at: { words: string; fields: Widgets } = { words: kind, fields: WIDGETS[kind] }
  let value: unknown = printed
  for (const step of path.replace(/\[(\d+)\]/g, '.$1').split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Printed)[step] : undefined
    if (/^\d+$/.test(step)) {
      labels.push(say('forms.row', { number: Number(step) + 1 }))
      names.push(step)
      continue
    }
    const widget: Widget | undefined = at.fields[step]
    if (widget === undefined) break
    labels.push(labelOf(at.words, step))
    names.push(step)
    if (widget.as === 'group' || widget.as === 'rows') at = widget
  }
  return { name: names.join('.'), label: labels.join(', '), value, isField: names.length > 0 }
}

/** Signs that turn the direction in which everything after them is shown, and so can make a text look like another. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/
/** Half a sign: one of two code units that make one only together. */
const LONE = /\p{Surrogate}/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that are refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/**
 * What cannot be kept of a posted form, whatever the record may say: texts that no field is made for, and signs that are
 * no writing. Text from right to left is writing.
 */
export function unkeepable(kind: Kind, posted: readonly Posted[]): readonly FormProblem[] {
  return posted.flatMap(([under, value]) => {
    const name = under.endsWith(EVERY) ? under.slice(0, -EVERY.length) : under
    // Browsers write the end of a line as two signs; what is kept has one.
    const why = whyUnkeepable(value.replace(/\r\n?/g, '\n'))
    if (why === null) return []
    return [{ name, say: say('forms.problem.field', { label: labelOfPosted(kind, name), what: why }) }]
  })
}

/** A source may be written inside the form of what cites it; its fields have their own names there. */
function labelOfPosted(kind: Kind, name: string): string {
  const [of, field]: readonly [Kind, string] = name.startsWith('_source.') ? ['source', name.slice(8)] : [kind, name]
  return place(of, {}, field).label || field
}

function whyUnkeepable(value: string): string | null {
  if (value.length > LONGEST_TEXT) return say('forms.problem.long', { length: value.length, most: LONGEST_TEXT })
  if (CONTROL.test(value)) return say('forms.problem.control')
  if (TURNING.test(value)) return say('forms.problem.turning')
  return LONE.test(value) ? say('forms.problem.broken') : null
}
