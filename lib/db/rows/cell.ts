import { type LocalDate, localDate } from '@/lib/ledger/interval'

/** What every version carries beside its contents. */
export type Versioned = { readonly recordedIn: number; readonly supersededIn: number | null }

/** A row without the revisions it stands between. */
export function contentsOf<Row extends Versioned>(row: Row): Omit<Row, keyof Versioned> {
  const { recordedIn, supersededIn, ...contents } = row
  return contents
}

/**
 * A text of the database as a word of the ledger.
 *
 * @throws {TypeError} when the database holds a word this code has never heard of.
 */
export function known<Word extends string>(words: readonly Word[], text: unknown, what: string): Word {
  const word = words.find((one) => one === text)
  if (word === undefined) throw new TypeError(`unknown ${what} in the record: ${JSON.stringify(text)}`)
  return word
}

/** As `known`, where there may be none. */
export function knownOrNone<Word extends string>(words: readonly Word[], text: unknown, what: string): Word | null {
  return text === null ? null : known(words, text, what)
}

/** A `date` column is midnight UTC of the day it prints: no time zone moves it. */
export function dayOf(date: Date): LocalDate {
  return localDate(date.toISOString().slice(0, 10))
}

export function dayOrNone(date: Date | null): LocalDate | null {
  return date === null ? null : dayOf(date)
}

/** The way back of `dayOf`. */
export function dateOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`)
}

export function dateOrNone(day: LocalDate | null): Date | null {
  return day === null ? null : dateOf(day)
}

/** @throws {TypeError} when a JSON column holds something else than a list. */
export function listOf(json: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(json)) throw new TypeError(`${what} is not a list in the record: ${JSON.stringify(json)}`)
  return json
}

/** @throws {TypeError} when a JSON column holds something else than an object here. */
export function fieldsOf(json: unknown, what: string): { readonly [name: string]: unknown } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new TypeError(`${what} is not an object in the record: ${JSON.stringify(json)}`)
  }
  return json as { readonly [name: string]: unknown }
}

/** @throws {TypeError} when a JSON column holds something else than a text here. */
export function textOf(json: unknown, what: string): string {
  if (typeof json !== 'string') throw new TypeError(`${what} is not a text in the record: ${JSON.stringify(json)}`)
  return json
}
