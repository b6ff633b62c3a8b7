import type { Kind } from '@/lib/ledger/change'
import { KINDS } from '@/lib/ledger/change'
import type { Printed } from '../draft'
import { blankRecord, saysTheSame } from './blank'
import { WIDGETS } from './kinds'
import { type Posted, ROW } from './posted'
import { answersOf, readForm } from './reading'

/** What a form posts beside the fields of its record. None of these can be the name of a field. */
export const VERSION = '_version'
export const DO = '_do'
export const KIND = '_kind'
export const CHOICE = '_choice.'
export const NEW_SOURCE = '_source.'
export const NEW_SOURCE_ENTRY = '_source-entry'
export const NEW_CITATION = '_citation.'

/** What the button that was pressed asks for. */
export type Asked =
  | { readonly what: 'save' | 'back' }
  | { readonly what: 'add'; readonly list: string }
  | { readonly what: 'remove'; readonly list: string; readonly row: string }

export function isKind(text: string): text is Kind {
  return KINDS.some((kind) => kind === text)
}

export function askedBy(posted: readonly Posted[]): Asked {
  const [what = '', list = '', row = ''] = (lastValue(posted, DO) ?? '').split(':')
  if (what === 'add' && list !== '') return { what, list }
  if (what === 'remove' && list !== '') return { what, list, row }
  return { what: what === 'back' ? 'back' : 'save' }
}

/** The kind of record that the form describes; `null` where it names none. */
export function kindIn(posted: readonly Posted[]): Kind | null {
  const kind = lastValue(posted, KIND) ?? ''
  return isKind(kind) ? kind : null
}

/** The version that the form was opened with; `null` for an entry that was not saved before. */
export function versionIn(posted: readonly Posted[]): number | null {
  const typed = lastValue(posted, VERSION) ?? ''
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null
}

/** The fields for which the other's words were chosen over one's own. */
export function choicesIn(posted: readonly Posted[]): { readonly [field: string]: 'theirs' | 'yours' } {
  return Object.fromEntries(
    posted
      .filter(([name]) => name.startsWith(CHOICE))
      .map(([name, side]) => [name.slice(CHOICE.length), side === 'theirs' ? 'theirs' : 'yours']),
  )
}

/** The record that a form describes: its fields, and the citation of a source that it brings along. */
export function recordIn(kind: Kind, posted: readonly Posted[]): Printed {
  const asked = askedBy(posted)
  const kept = asked.what === 'remove' ? posted.filter((one) => !isRow(one, asked)) : posted
  const record = readForm(kind, kept)
  const brought = sourceIn(posted)
  if (brought === null || !('sources' in WIDGETS[kind])) return record
  const [citation = {}] = readForm('regime', citationOf(posted, String(brought.printed['key'])))['sources'] as Printed[]
  const sources = record['sources'] as readonly Printed[]
  const isCited = sources.some(({ source }) => source === citation['source'])
  return isCited ? record : { ...record, sources: [...sources, citation] }
}

/** A source that was written inside the form of what cites it; `null` while nothing is written there. */
export function sourceIn(posted: readonly Posted[]): { readonly id: string; readonly printed: Printed } | null {
  const id = lastValue(posted, NEW_SOURCE_ENTRY)
  if (id === null || id === '') return null
  const printed = readForm('source', under(posted, NEW_SOURCE))
  return saysTheSame(printed, blankRecord('source')) ? null : { id, printed }
}

/** A field that is carried along. An object, for lists of long texts are refused on their way back to the server. */
export type CarriedField = { readonly name: string; readonly value: string }

/** The fields of a form without what stands around them: what is carried along when it could not be saved. */
export function carriedFrom(posted: readonly Posted[]): readonly CarriedField[] {
  return posted
    .filter(([name]) => !name.startsWith('$') && !name.startsWith(CHOICE) && !SECRET.has(name))
    .map(([name, value]) => ({ name, value }))
}

/** What somebody typed to sign in with the same form; `null` while it has no such fields. */
export function credentialsIn(posted: readonly Posted[]) {
  const email = lastValue(posted, 'email')
  if (email === null) return null
  return { email, password: lastValue(posted, 'password') ?? '', code: lastValue(posted, 'code') ?? '' }
}

/** The texts of a form; files are none of its fields. */
export function postedIn(form: FormData): readonly Posted[] {
  return [...form].flatMap(([name, value]): Posted[] => (typeof value === 'string' ? [[name, value]] : []))
}

const SECRET: ReadonlySet<string> = new Set(['email', 'password', 'code'])

function citationOf(posted: readonly Posted[], source: string): readonly Posted[] {
  const fields = under(posted, NEW_CITATION).map(([name, value]): Posted => [`sources.0.${name}`, value])
  return [['sources.row', '0'], ['sources.0.source', source], ...fields]
}

function under(posted: readonly Posted[], prefix: string): readonly Posted[] {
  return posted.filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value])
}

function isRow([name, value]: Posted, { list, row }: Extract<Asked, { readonly what: 'remove' }>): boolean {
  return name === list + ROW && value === row
}

function lastValue(posted: readonly Posted[], name: string): string | null {
  return answersOf(posted).get(name)?.at(-1) ?? null
}
