import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import type { ExhibitColumn, ExhibitTable, ExhibitValue } from '@/lib/contract/exhibit'
import type { View } from '@/lib/contract/view'
import type { english } from '@/lib/contract/words/catalogue'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentBehind, instrumentName } from '@/lib/contract/words/instrument'
import type { Citation, Instrument } from '@/lib/ledger/record'
import type { Source } from '@/lib/ledger/testimony'

type ColumnKey = keyof (typeof english)['exhibit']['column']

/** A column: its key, what it holds, where its value comes from, and the heading of the page where that has one. */
export type Column<Row> = readonly [
  key: ColumnKey,
  holds: ExhibitColumn['holds'],
  of: (row: Row) => ExhibitValue,
  title?: string,
]

/** A table of rows, a column at a time. */
export function tableOf<Row>(
  head: { readonly key: string; readonly title: string; readonly shown?: boolean },
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): ExhibitTable {
  return {
    key: head.key,
    title: head.title,
    shown: head.shown ?? true,
    columns: columns.map(([key, holds, , title]) => ({ key, title: title ?? say(`exhibit.column.${key}`), holds })),
    rows: rows.map((row) => columns.map(([, , of]) => of(row))),
  }
}

type Link = { text: string; href: string }

/** Words that lead to another view of the same question, in the same revision. */
export function linkOf(at: Coordinates, text: string, view: View): Link {
  return { text, href: addressOf({ ...at, lastSeen: false, view }) }
}

/** An instrument by the name that readers know. */
export function instrumentLink(at: Coordinates, instrument: Pick<Instrument, 'key' | 'number' | 'titleEn'>): Link {
  return linkOf(at, instrumentName(instrument), { name: 'instrument', key: instrument.key })
}

/**
 * What a fact rests on: each source by its page here.
 *
 * @throws {TypeError} when the page did not bring a source along: an answer that is frozen would say a key for ever.
 */
export function sourceLinks(
  at: Coordinates,
  cited: readonly Citation[],
  sources: { readonly [key: string]: Source },
): Link[] {
  return cited.map(({ source, locator }) => {
    const title = sources[source]?.title
    if (title === undefined) throw new TypeError(`the page has no name for source ${JSON.stringify(source)}`)
    const text = locator === null ? title : say('exhibit.cited', { title, place: locator })
    return linkOf(at, text, { name: 'source', key: source })
  })
}

/** Instruments and provisions by key, told by the instrument's name. */
export function actLinks(
  at: Coordinates,
  keys: readonly string[],
  instruments: { readonly [key: string]: Instrument },
): (Link | string)[] {
  return keys.map((key) => {
    const instrument = instrumentBehind(instruments, key)
    return instrument === null ? key : instrumentLink(at, instrument)
  })
}
