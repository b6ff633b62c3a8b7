import type { Kind } from '@/lib/ledger/change'
import { fieldsOf, isSame } from '@/lib/ledger/equal'
import { isLocalDate, nextDay } from '@/lib/ledger/interval'
import { say } from '../words/catalogue'
import { dayInWords } from '../words/day'
import { sentences } from '../words/list'
import { labelledFields, labelOf } from './field-label'
import { sayListDifference } from './list-words'
import { byKey, type NameOf, type Told } from './names'
import { valueInWords } from './value-words'

/** Fields of fields are told as fields of their own: `Assessment, verdict`. */
const OPENED: ReadonlySet<string> = new Set(['destinations', 'speaker', 'assessment'])

/**
 * How two versions of a record differ, field by field, each in a sentence with the field's own label:
 * "Last day in force changed from 10 November 2026 to 10 January 2027. The first day after it is 11 January 2027."
 *
 * @param before the record as the files print it, with its inclusive last day; `null` when nothing stood under the key,
 *   and then every field that says something is told.
 * @param after the same; `null` when nothing stands there any more, and then nothing is told but that.
 * @param nameOf names the records that the fields mention.
 */
export function sayDifferences(
  kind: Kind,
  before: Told | null,
  after: Told | null,
  nameOf: NameOf = byKey,
): readonly string[] {
  if (after === null) return [say('history.diff.gone')]
  return inOrder(kind, [...placesIn(before, after)])
    .filter(({ field }) => field !== 'key' || before !== null)
    .flatMap((place) => sayPlace(kind, place, { isNew: before === null, nameOf }))
}

type Place = {
  readonly field: string
  readonly part: string | null
  readonly before: unknown
  readonly after: unknown
}

function* placesIn(before: Told | null, after: Told): Generator<Place> {
  for (const field of fieldsOf(before, after)) {
    const [old, now] = [before?.[field], after[field]]
    if (!OPENED.has(field)) yield { field, part: null, before: old, after: now }
    else
      for (const part of fieldsOf(opened(old), opened(now))) {
        yield { field, part, before: opened(old)?.[part], after: opened(now)?.[part] }
      }
  }
}

/** As the files and the forms have them, whatever order the two versions come in; fields unknown to them last. */
function inOrder(kind: Kind, places: readonly Place[]): readonly Place[] {
  const order = labelledFields(kind)
  const at = ({ field }: Place) => (order.includes(field) ? order.indexOf(field) : order.length)
  return places.toSorted((a, b) => at(a) - at(b))
}

function opened(value: unknown): Told | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Told) : null
}

type Telling = { readonly isNew: boolean; readonly nameOf: NameOf }

function sayPlace(kind: Kind, { field, part, before, after }: Place, telling: Telling): readonly string[] {
  if (isSame(before ?? null, after ?? null) || (isEmpty(before) && isEmpty(after))) return []
  const label = labelOf(kind, field, part)
  const own = part ?? field
  if (isList(before) && isList(after))
    return sayListDifference({ field: own, label, ...telling }, before ?? [], after ?? [])
  const words = (value: unknown) => valueInWords(own, value, telling.nameOf)
  if (isEmpty(after)) return [sentences(say('history.diff.emptied', { label, before: words(before) }), endless(field))]
  const values = { label, before: words(before), after: words(after) }
  const how = !isEmpty(before) ? 'changed' : telling.isNew ? 'says' : 'set'
  return [sentences(say(`history.diff.${how}`, values), dayAfter(field, after))]
}

/** A list, or nothing where a list of objects or words may stand. */
function isList(value: unknown): value is readonly unknown[] | null | undefined {
  return value === null || value === undefined || Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Both ends of what is in force are told: the last day, and the first day after it. */
function dayAfter(field: string, last: unknown): string | null {
  if (field !== 'lastDay' || typeof last !== 'string' || !isLocalDate(last)) return null
  return say('history.diff.dayAfter', { day: dayInWords(nextDay(last)) })
}

function endless(field: string): string | null {
  return field === 'lastDay' ? say('history.diff.endless') : null
}
