import * as z from 'zod'
import type { LocalDate } from '@/lib/ledger/interval'
import { isLocalDate } from '@/lib/ledger/interval'
import type { Use } from '@/lib/ledger/question'
import type { Route } from '@/lib/ledger/record'
import type { Scope } from '@/lib/ledger/scope'
import type { By } from './address'
import { readCountry } from './country-reading'
import { materialKey, recordKey } from './key'
import { sayProblem } from './problem-words'
import type { Problem } from './refusal'

const USES: readonly Use[] = ['civil', 'military']
const ROUTES: readonly Route[] = ['export', 're-export', 'foreign-made', 'assistance']
const SCOPES: readonly Scope[] = ['rare-earths', 'all']
const COLUMNS: readonly By[] = ['form', 'regime']

/**
 * The fields of a question, as text in an address, a form or a request to the API. All are optional: what is left
 * out has its default, which is the caller's to fill in. Days are Beijing days.
 */
export const questionFields = {
  rev: field<number>((value) => {
    const revision = /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null
    return revision ?? { why: 'malformed-revision', value }
  }),
  on: field<LocalDate>((value) => (isLocalDate(value) ? value : { why: 'malformed-day', field: 'on', value })),
  known: field<LocalDate>((value) => (isLocalDate(value) ? value : { why: 'malformed-day', field: 'known', value })),
  from: country('from'),
  to: country('to'),
  use: choice('use', USES),
  party: field<string>((value) => recordKey(value) ?? { why: 'unknown-key', kept: 'party', value, nearest: null }),
  route: choice('route', ROUTES),
}

/** Which part of the matrix is shown, and how: `scope` is part of the API too. */
export const scopeField = { scope: choice('scope', SCOPES) }
export const lookFields = { ...scopeField, by: choice('by', COLUMNS) }

/** A cell: one material in one form. */
export const cellFields = {
  material: key('material', materialKey),
  form: key('form', recordKey),
}

/** A question as a reader gave it, read: what was left out is left out. */
export type Asked = z.output<z.ZodObject<typeof questionFields & typeof lookFields>>
export type AskedField = keyof Asked

/** What a reading of text came to: the value, or what is wrong with the text. */
type Reading<Value> = Value | Problem

/** A field that may be left out; `read` gives the value of its text, or what is wrong with it. */
export function field<Value extends string | number>(read: (value: string) => Reading<Value>) {
  return required(read).optional()
}

/** A field that must be given. */
export function required<Value extends string | number>(read: (value: string) => Reading<Value>) {
  return z.string().transform((value, context): Value => {
    const reading = read(value.trim())
    if (typeof reading !== 'object') return reading
    context.addIssue({ code: 'custom', message: sayProblem(reading), params: { problem: reading } })
    return z.NEVER
  })
}

function country(name: 'from' | 'to') {
  return field<string>((value) => readCountry(name, value))
}

function choice<Choice extends string>(name: 'use' | 'route' | 'scope' | 'by', choices: readonly Choice[]) {
  return field<Choice>((value) => {
    const wanted = value.toLowerCase()
    return choices.find((one) => one === wanted) ?? { why: 'unknown-choice', field: name, value, choices }
  })
}

function key(kept: 'material' | 'form', spell: (text: string) => string | null) {
  return required<string>((value) => spell(value) ?? { why: 'unknown-key', kept, value, nearest: null })
}
