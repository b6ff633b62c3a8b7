import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** A row as `lib/db/rows` makes it: fields by the names that the code uses. */
export type Row = { readonly [field: string]: unknown }

/** Columns that are not called as their fields are; all others are the field in small letters with underscores. */
const CALLED: { readonly [field: string]: string } = {
  group: 'rare_earth_group',
  order: 'place_in_order',
  read: 'how_read',
}

/** About how many signs of a table are gathered before they are sent: few round trips, little memory. */
const ENOUGH = 4_000_000

/** Rows on their way into tables, by COPY: gathered by table, sent when there are enough. */
export class Copying {
  readonly #client: pg.Client
  readonly #waiting = new Map<string, { readonly fields: readonly string[]; lines: string[]; signs: number }>()

  constructor(client: pg.Client) {
    this.#client = client
  }

  /** The first row of a table tells which fields all its rows have. */
  async put(table: string, row: Row): Promise<void> {
    const there = this.#waiting.get(table) ?? { fields: Object.keys(row), lines: [], signs: 0 }
    this.#waiting.set(table, there)
    const line = there.fields.map((field) => copied(row[field])).join('\t')
    there.lines.push(line)
    there.signs += line.length
    if (there.signs > ENOUGH) await this.#send(table)
  }

  async sendAll(): Promise<void> {
    for (const table of this.#waiting.keys()) await this.#send(table)
  }

  async #send(table: string): Promise<void> {
    const there = this.#waiting.get(table)
    if (there === undefined || there.lines.length === 0) return
    const { lines } = there
    there.lines = []
    there.signs = 0
    const columns = there.fields.map(
      (field) => CALLED[field] ?? field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    )
    const copy = this.#client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
    await pipeline(Readable.from([`${lines.join('\n')}\n`]), copy)
  }
}

/** A value as COPY reads it: lists as PostgreSQL writes lists, days as days, everything else that is no text as JSON. */
export function copied(value: unknown): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return escaped(`{${value.map((one) => `"${one.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`)
  }
  if (typeof value === 'object') return escaped(JSON.stringify(value))
  throw new TypeError(`no column holds ${String(value)}`)
}

const ESCAPES: { readonly [sign: string]: string } = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return text.replaceAll(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign)
}
