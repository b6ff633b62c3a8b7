/** The records that a field may name: every kind, and what an act may act on. */
export type Named =
  | 'material'
  | 'form'
  | 'regime'
  | 'instrument'
  | 'provision'
  | 'source'
  | 'instrument-or-provision'
  | 'country'
  | 'jurisdiction'

/** One line or several of text, a day, the key of a record: whatever is written as one text. */
export type Line = {
  readonly as: 'text' | 'long' | 'day' | 'last-day' | 'date' | 'one-of-record'
  readonly orNone: boolean
  /** For `one-of-record`: what the text names. */
  readonly names?: Named
  /** The language of what is typed, where it is not English. */
  readonly lang?: 'zh-Hans'
  /** Narrow where the text is short. */
  readonly short?: true
}

export type Choice<Word extends string = string> = {
  readonly as: 'choice'
  readonly orNone: boolean
  readonly words: readonly Word[]
  /** Chosen in a new record. */
  readonly preset?: Word
}

export type YesNo = { readonly as: 'yes-no' }

export type Figure = { readonly as: 'number' | 'share'; readonly orNone: boolean }

/** Several texts: one a line, customs codes, keys ticked in a list or added one by one. */
export type Many = {
  readonly as: 'texts' | 'codes' | 'ticked' | 'picked'
  readonly orNone: boolean
  readonly names?: Named
  /** A word that stands for all, beside the keys of the record. */
  readonly every?: string
  readonly preset?: readonly string[]
}

/** A word that stands for all, or the list of those that are meant. */
export type EveryOr = {
  readonly as: 'every-or'
  readonly words: readonly string[]
  readonly names: Named
}

/** Fields that belong together, and the part of the catalogue that names them. */
export type Group = {
  readonly as: 'group'
  readonly words: string
  readonly fields: { readonly [name: string]: Widget }
  /** Whether the group is left out as long as nothing is written in it. */
  readonly optional: boolean
}

/** A list of groups, written row by row. */
export type Rows = {
  readonly as: 'rows'
  readonly words: string
  readonly fields: { readonly [name: string]: Widget }
}

/** How one field of a record is written in a form. */
export type Widget = Line | Choice | YesNo | Figure | Many | EveryOr | Group | Rows

type OrNone<Value> = { readonly orNone: null extends Value ? true : false }

/**
 * The widgets that may write a field, told by what its schema reads: a text field cannot get a tick box, and one that may
 * be empty says so.
 */
export type WidgetFor<Value> = [Value] extends [boolean]
  ? YesNo
  : [Value] extends [string | null]
    ? string extends Value
      ? Line & OrNone<Value>
      : Choice<Extract<Value, string>> & OrNone<Value>
    : [Value] extends [number | null]
      ? Figure & OrNone<Value>
      : [Value] extends [readonly string[] | null]
        ? Many & OrNone<Value>
        : [Value] extends [string | readonly string[]]
          ? EveryOr
          : [Value] extends [readonly (infer Row extends object)[]]
            ? Rows & { readonly fields: WidgetsFor<Row> }
            : [Value] extends [object | undefined]
              ? Group & {
                  readonly fields: WidgetsFor<Exclude<Value, undefined>>
                  readonly optional: undefined extends Value ? true : false
                }
              : never

/** A widget for each field: one that is missing, or that is no field, does not compile. */
export type WidgetsFor<Value> = { readonly [name in keyof Value]-?: WidgetFor<Value[name]> }

export const text = { as: 'text', orNone: false } as const
export const short = { as: 'text', orNone: false, short: true } as const
export const long = { as: 'long', orNone: false } as const
export const day = { as: 'day', orNone: false } as const
export const lastDay = { as: 'last-day', orNone: true } as const
export const date = { as: 'date', orNone: false } as const
export const yesNo = { as: 'yes-no' } as const
export const figure = { as: 'number', orNone: false } as const
export const share = { as: 'share', orNone: true } as const
export const texts = { as: 'texts', orNone: false } as const
export const codes = { as: 'codes', orNone: false } as const

/** The same widget for a field that may be empty. */
export function orNone<W extends { readonly orNone: false }>(widget: W): Omit<W, 'orNone'> & { readonly orNone: true } {
  return { ...widget, orNone: true }
}

/** The same widget for Chinese. */
export function zh<W extends Line>(widget: W): W & { readonly lang: 'zh-Hans' } {
  return { ...widget, lang: 'zh-Hans' }
}

export function choice<const Words extends readonly string[]>(words: Words, preset?: Words[number]) {
  return { as: 'choice', orNone: false, words, ...(preset === undefined ? {} : { preset }) } as const
}

/** The key of one record, or a country. */
export function oneOf(names: Named) {
  return { as: 'one-of-record', orNone: false, names } as const
}

/** Keys ticked in a list that is short enough to be shown whole. */
export function ticked(names: Named, every?: string, preset?: readonly string[]) {
  const all = every === undefined ? {} : { every }
  return { as: 'ticked', orNone: false, names, ...all, ...(preset === undefined ? {} : { preset }) } as const
}

/** Keys looked for one by one. */
export function picked(names: Named) {
  return { as: 'picked', orNone: false, names } as const
}

export function everyOr(words: readonly string[], names: Named) {
  return { as: 'every-or', words, names } as const
}

export function group<const Fields extends Group['fields']>(words: string, fields: Fields) {
  return { as: 'group', words, fields, optional: false } as const
}

export function rows<const Fields extends Rows['fields']>(words: string, fields: Fields) {
  return { as: 'rows', words, fields } as const
}
