import * as z from 'zod'
import { isLocalDate, type LocalDate, localDate } from '@/lib/ledger/interval'
import { isWritable } from '@/lib/ledger/writable'
import { isCountry } from '../countries'
import { say } from '../words/catalogue'
import { quoted } from './quoted'

/** The kinds of field that the files of the record are made of. Each refuses in words that say how to put it right. */

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const YEAR = /^\d{4}$/

/** Whether a text is a day, a month or a year that exists. */
export function isDate(value: string): boolean {
  return isLocalDate(value) || MONTH.test(value) || YEAR.test(value)
}

/** Whether a date is as exact as it claims to be; a month may be known to the day, a year to either. */
export function fits(date: string, precision: 'day' | 'month' | 'year'): boolean {
  if (precision === 'day') return isLocalDate(date)
  return precision === 'month' ? isLocalDate(date) || MONTH.test(date) : isDate(date)
}

export const text = z
  .string()
  .refine((value) => value !== '' && value.trim() === value, { error: () => say('record.field.text') })
  .refine(isWritable, { error: () => say('record.field.control') })
export const textOrNull = z.nullable(text)
export const truth = z.boolean()
export const whole = z.int()
export const number = z.number()

/** The key of another record; whether that one is there is asked when all files are read. */
export const key = text

export const day = z
  .string()
  .refine(isLocalDate, { error: ({ input }) => say('record.field.day', { value: quoted(input) }) })
  .transform((value): LocalDate => localDate(value))
  .meta({ format: 'date' })
export const dayOrNull = z.nullable(day)

export const date = z
  .string()
  .refine(isDate, { error: ({ input }) => say('record.field.date', { value: quoted(input) }) })
export const dateOrNull = z.nullable(date)

/** A country, or `EU`: a jurisdiction may be the union's. */
export const jurisdiction = z.string().refine((value) => isCountry(value) || value === 'EU', {
  error: ({ input }) => say('record.field.country', { value: quoted(input) }),
})

/** A country that goods leave for: the union stands as its members, or a destination in it would not match. */
export const destination = jurisdiction.refine((value) => value !== 'EU', { error: () => say('record.claim.union') })

export const url = z.string().refine((value) => /^https?:\/\/\S+$/.test(value) && isWritable(value), {
  error: ({ input }) => say('record.field.url', { value: quoted(input) }),
})
export const urlOrNull = z.nullable(url)

export function oneOf<Word extends string>(words: readonly [Word, ...Word[]]) {
  return z.enum(words)
}

/** A list in which nothing stands twice. */
export function list<Entry extends z.ZodType>(entry: Entry, { min = 0 }: { readonly min?: number } = {}) {
  return z
    .array(entry)
    .min(min)
    .superRefine((entries, context) => {
      const seen = new Set<string>()
      for (const one of entries.map(quoted)) {
        if (seen.has(one)) {
          context.addIssue({ code: 'custom', message: say('record.field.repeats', { value: one }) })
        }
        seen.add(one)
      }
    })
}

/** The clause in the language of the law. A citation without one leaves the field out, as all files once did. */
const clause = z.strictObject({ original: text, gloss: textOrNull })

/** Where something was found: at least one source, and each once. */
export const sources = z
  .array(z.strictObject({ source: key, locator: textOrNull, clause: clause.exactOptional() }))
  .min(1)
  .superRefine((citations, context) => {
    const seen = new Set<string>()
    for (const { source } of citations) {
      if (seen.has(source)) {
        context.addIssue({ code: 'custom', message: say('record.field.repeats', { value: quoted(source) }) })
      }
      seen.add(source)
    }
  })

/** Adds what is wrong with one field of a record to the problems of the record. */
export function blame(
  context: z.core.$RefinementCtx,
  field: string | readonly (string | number)[],
  what: string,
): void {
  context.addIssue({ code: 'custom', path: typeof field === 'string' ? [field] : [...field], message: what })
}
