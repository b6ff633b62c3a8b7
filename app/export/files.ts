import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import type { FileName } from '@/lib/contract/export-address'
import type { CarriedFrom } from '@/lib/contract/export-heading'
import { headingOf, tableHeading } from '@/lib/contract/export-heading'
import { say } from '@/lib/contract/words/catalogue'
import { drawingOf } from '@/lib/drawing/drawing'
import { byteStream } from '@/lib/formats/byte-stream'
import { exhibitCsv } from '@/lib/formats/exhibit-csv'
import { exhibitJson } from '@/lib/formats/exhibit-json'
import { exhibitXlsx } from '@/lib/formats/exhibit-xlsx'
import type { Result } from '@/lib/ledger/result'

/** A file as it is sent: its media type, and its bytes, which are made no faster than they are read where they can be many. */
export type CarriedFile = { readonly type: string; readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> }

/** Why there is no file: it is not offered, or drawings wait already. */
export type NoFile = { readonly why: 'unknown' } | { readonly why: 'busy'; readonly seconds: number }

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
} as const

/**
 * An answer as a file. The same exhibit gives the same bytes, from the record or from a snapshot; a snapshot's files name it.
 *
 * @param from the site's origin, and the snapshot whose payload the exhibit is.
 */
export async function filesOf(
  exhibit: Exhibit,
  file: FileName,
  from: CarriedFrom,
): Promise<Result<CarriedFile, NoFile>> {
  const type = TYPES[file.suffix]
  switch (file.suffix) {
    case 'csv': {
      const table = exhibit.tables.find(({ key }, at) => (file.table === null ? at === 0 : key === file.table))
      if (table === undefined) return UNKNOWN
      const heading = [...headingOf(exhibit, from), ...tableHeading(exhibit, table.key, from)]
      return { ok: true, value: { type, body: byteStream(exhibitCsv(table, heading, from.origin)) } }
    }
    case 'json':
      return { ok: true, value: { type, body: byteStream(exhibitJson(exhibit)) } }
    case 'xlsx': {
      const names = { notes: say('exhibit.file.notes'), grid: say('exhibit.file.grid') }
      return { ok: true, value: { type, body: plain(await exhibitXlsx(exhibit, headingOf(exhibit, from), names)) } }
    }
    default:
      return drawn(exhibit, file.suffix, from)
  }
}

const UNKNOWN = { ok: false, refusal: { why: 'unknown' } } as const

async function drawn(
  exhibit: Exhibit,
  suffix: 'svg' | 'png',
  { snapshot }: CarriedFrom,
): Promise<Result<CarriedFile, NoFile>> {
  const drawing = await drawingOf(exhibit, suffix, snapshot?.id ?? null)
  if (!drawing.ok) return { ok: false, refusal: { why: 'busy', seconds: drawing.refusal.seconds } }
  if (drawing.value === null) return UNKNOWN
  const body = typeof drawing.value === 'string' ? new TextEncoder().encode(drawing.value) : plain(drawing.value.bytes)
  return { ok: true, value: { type: TYPES[suffix], body } }
}

/** Bytes of a buffer that is theirs alone. */
function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

/** How files are written: raised when one of them is written otherwise from the same exhibit, or who holds it would keep it. */
const WRITING = 1

/**
 * The entity tag of a file, with its quotation marks.
 *
 * @param digest of everything that the bytes are made of: the exhibit, and the origin that they name.
 * @param ending which file it is: `csv`, `csl.json`.
 */
export function tagOf(digest: string, rules: number, ending: string): string {
  return `"w${WRITING}-r${rules}-${digest.slice(0, 32)}-${ending}"`
}
