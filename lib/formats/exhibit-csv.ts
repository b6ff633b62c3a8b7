import { stringify } from 'csv-stringify/sync'
import type { ExhibitTable, ExhibitValue } from '@/lib/contract/exhibit'
import { safeText } from './csv'

/** Lines above a table: a name, and what stands for it. */
type Head = readonly (readonly [name: string, value: string])[]

/** How many records are written at a time. */
const AT_ONCE = 100

/**
 * A table as RFC 4180 has it, in UTF-8 with the byte order mark that spreadsheets need to show Chinese. Records of the
 * heading stand first, each with `# ` before its name; every record has as many fields as the table has columns. A text
 * that a spreadsheet would run is marked as text.
 *
 * @param origin of the site, put before addresses on it.
 */
export function* exhibitCsv(table: ExhibitTable, heading: Head, origin: string): Generator<string> {
  const columns = table.columns.flatMap(({ key, holds }, at) =>
    holds === 'link'
      ? [
          { key, at, of: textOf },
          { key: `${key}Address`, at, of: hrefOf },
        ]
      : [{ key, at, of: textOf }],
  )
  const width = Math.max(columns.length, 2)
  const padded = (fields: readonly string[]) => [...fields, ...Array<string>(width - fields.length).fill('')]
  const records = rows(table, columns, origin)
  yield '\uFEFF'
  yield* written([
    ...heading.map(([name, value]) => padded([`# ${name}`, safeText(value)])),
    padded(columns.map(({ key }) => key)),
  ])
  for (let batch = take(records); batch.length > 0; batch = take(records)) yield* written(batch.map(padded))
}

type Printed = { readonly at: number; readonly of: (value: ExhibitValue, origin: string) => string }

function* rows(table: ExhibitTable, columns: readonly Printed[], origin: string): Generator<string[]> {
  for (const row of table.rows) yield columns.map(({ at, of }) => of(row[at] ?? null, origin))
}

function take(records: Generator<string[]>): string[][] {
  const batch: string[][] = []
  while (batch.length < AT_ONCE) {
    const next = records.next()
    if (next.done === true) break
    batch.push(next.value)
  }
  return batch
}

function* written(records: readonly (readonly string[])[]): Generator<string> {
  yield stringify([...records], { record_delimiter: 'windows', quote_record_delimiter: true })
}

/** What a place says, on one line; numbers and truths as they are, texts marked where a spreadsheet would run them. */
function textOf(value: ExhibitValue, origin: string): string {
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value))
    return value.length === 0 ? '' : safeText(value.map((one) => inWords(one, origin)).join('; '))
  return value === '' ? '' : safeText(inWords(value, null))
}

/** Inside a list a link keeps its address beside it: the list has one column. */
function inWords(value: Exclude<ExhibitValue, null | readonly unknown[]>, origin: string | null): string {
  if (typeof value !== 'object') return String(value)
  if ('href' in value) return origin === null ? value.text : `${value.text} <${absolute(value.href, origin)}>`
  return value.details.length === 0 ? value.word : `${value.word} (${value.details.join('; ')})`
}

function hrefOf(value: ExhibitValue, origin: string): string {
  return typeof value === 'object' && value !== null && 'href' in value ? absolute(value.href, origin) : ''
}

function absolute(href: string, origin: string): string {
  return href.startsWith('/') ? `${origin}${href}` : href
}
