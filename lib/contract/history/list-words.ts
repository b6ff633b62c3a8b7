import { isListOfWords, isSame } from '@/lib/ledger/equal'
import { say } from '../words/catalogue'
import { listed, sentences } from '../words/list'
import { partLabel } from './field-label'
import type { NameOf, Told } from './names'
import { valueInWords } from './value-words'

/** A list that differs: the name of its field and its label, and whether its record is new. */
type Field = {
  readonly field: string
  readonly label: string
  readonly isNew: boolean
  readonly nameOf: NameOf
}

/** What tells one entry of a list from the others; what a claim asserts has no name but its place. */
const IDENTITY: { readonly [field: string]: string } = { sources: 'source', disputes: 'id', points: 'period' }

/** Lists whose entries have several fields, each worth its label. */
const LABELLED: ReadonlySet<string> = new Set(['points', 'asserts'])

/** How two lists differ: what was added, what was taken out, and what reads differently in an entry of both. */
export function sayListDifference(of: Field, before: readonly unknown[], after: readonly unknown[]): readonly string[] {
  const { field, label, nameOf, isNew } = of
  if (!isListOfWords(before) || !isListOfWords(after)) return sayEntries(of, objectsIn(before), objectsIn(after))
  const words = (values: readonly unknown[]) => valueInWords(field, values, nameOf)
  const added = after.filter((one) => !before.includes(one))
  const removed = before.filter((one) => !after.includes(one))
  if (isNew) return [say('history.diff.says', { label, after: words(after) })]
  if (added.length + removed.length === 0) return [say('history.diff.reordered', { label })]
  return [
    ...(added.length === 0 ? [] : [say('history.diff.added', { label, values: words(added) })]),
    ...(removed.length === 0 ? [] : [say('history.diff.removed', { label, values: words(removed) })]),
  ]
}

function sayEntries(of: Field, before: readonly Told[], after: readonly Told[]): readonly string[] {
  const [old, now] = [byIdentity(of, before), byIdentity(of, after)]
  const told = [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)]
    return isSame(was, is) ? [] : [sayEntry(of, nameOfEntry(of, id), was, is)]
  })
  return told.length === 0 ? [say('history.diff.reordered', { label: of.label })] : told
}

function byIdentity({ field }: Field, entries: readonly Told[]): ReadonlyMap<string, Told> {
  const identity = IDENTITY[field]
  return new Map(entries.map((entry, at) => [String(identity === undefined ? at + 1 : entry[identity]), entry]))
}

/** What readers call an entry. Two sources may have one title, so the title does not tell them apart. */
function nameOfEntry({ field, nameOf }: Field, id: string): string {
  const identity = IDENTITY[field]
  if (identity === undefined) return say('history.diff.place', { place: Number(id) })
  return identity === 'source' ? nameOf('source', id) : id
}

function sayEntry(of: Field, name: string, was: Told | undefined, is: Told | undefined): string {
  const { label } = of
  if (was !== undefined && is !== undefined) {
    const [before, after] = [contents(of, was), contents(of, is)]
    return say('history.diff.entryChanged', { label, name, before, after })
  }
  const rest = contents(of, is ?? was ?? {})
  const whole = rest === say('history.value.none') ? name : say('history.diff.entry', { name, rest })
  if (is === undefined) return say('history.diff.removed', { label, values: whole })
  return of.isNew
    ? say('history.diff.says', { label, after: whole })
    : say('history.diff.added', { label, values: whole })
}

/** What an entry says beside what names it: the place in a source, the clause, the values of a point. */
function contents({ field, nameOf }: Field, entry: Told): string {
  const parts = Object.entries(entry)
    .filter(([part, value]) => part !== IDENTITY[field] && value !== null && value !== false && !isEmptyList(value))
    .map(([part, value]) => {
      if (part === 'clause') return clauseInWords(value)
      const words = valueInWords(part, value, nameOf)
      return LABELLED.has(field) ? say('history.diff.part', { label: partLabel(field, part), value: words }) : words
    })
  return parts.length === 0 ? say('history.value.none') : listed(parts, 'apart')
}

function clauseInWords(clause: unknown): string {
  const { original, gloss } = (clause ?? {}) as { readonly original?: unknown; readonly gloss?: unknown }
  const text = say('history.value.clause', { original: String(original ?? '') })
  return typeof gloss === 'string' && gloss !== '' ? sentences(text, say('history.value.gloss', { gloss })) : text
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function objectsIn(list: readonly unknown[]): readonly Told[] {
  return list.filter((one): one is Told => typeof one === 'object' && one !== null && !Array.isArray(one))
}
