import type { Kind } from '@/lib/ledger/change'
import { english, say } from '../words/catalogue'
import { language } from '../words/language'
import chinese from '../words/zh/labels.json'

/** The labels of the fields of records, and of the parts that some fields have, as forms show them. */
const LABELS: Labels = english.forms.label

type Labels = { readonly [kindOrPart: string]: { readonly [field: string]: string } }

/** The same in the language of the page. */
function labels(): Labels {
  return language() === 'en' ? LABELS : chinese.label
}

/** Where the labels of a field's parts stand. */
const PARTS: { readonly [field: string]: string } = {
  destinations: 'destinations',
  speaker: 'speaker',
  assessment: 'assessment',
  asserts: 'assertion',
  points: 'point',
}

/**
 * The label of a field, or of a part of one: `Assessment, verdict`. A field that the catalogue does not know, as one that
 * was mistyped in a draft, is called by its own name.
 */
export function labelOf(kind: Kind, field: string, part: string | null = null): string {
  const whole = labels()[kind]?.[field] ?? say('history.field.unknown', { field })
  return part === null ? whole : say('history.field.part', { whole, part: lowered(partLabel(field, part)) })
}

/** The label of a part alone: `Verdict`. */
export function partLabel(field: string, part: string): string {
  return labels()[PARTS[field] ?? '']?.[part] ?? say('history.field.unknown', { field: part })
}

/** Fields of the files and the forms, in their order. */
export function labelledFields(kind: Kind): readonly string[] {
  return Object.keys(LABELS[kind] ?? {})
}

function lowered(label: string): string {
  return `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`
}
