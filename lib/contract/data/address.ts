import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { Problem } from '../refusal'
import { TABLE_NAMES, type TableName } from './tables'

export type TableFormat = 'csv' | 'json'

/** One file of the bulk data; `revision: null` means the newest, whichever that is. */
export type DataFile =
  | { readonly what: 'package'; readonly revision: number | null }
  | {
      readonly what: 'table'
      readonly revision: number | null
      readonly table: TableName
      readonly format: TableFormat
    }
  | { readonly what: 'revisions' }
  | { readonly what: 'delta-index' }
  /** What changed after one revision, up to another and with it; 0 is the empty record before the first. */
  | { readonly what: 'delta'; readonly from: number; readonly to: number }

/** The path of a file, the same that `readDataPath` reads. */
export function dataPath(file: DataFile): string {
  switch (file.what) {
    case 'package':
    case 'table': {
      const folder = file.revision === null ? '/data' : `/data/r/${file.revision}`
      return `${folder}/${file.what === 'package' ? 'datapackage.json' : tableFileName(file.table, file.format)}`
    }
    case 'revisions':
      return '/data/revisions.jsonl'
    case 'delta-index':
      return '/data/deltas/index.json'
    case 'delta':
      return `/data/deltas/${deltaFileName(file.from, file.to)}`
  }
}

export function tableFileName(table: TableName, format: TableFormat): string {
  return `${table}.${format}`
}

export function deltaFileName(from: number, to: number): string {
  return `${from}..${to}.json`
}

/** Reads the segments behind `/data/`: one spelling each, because files are named and not asked for. */
export function readDataPath(segments: readonly string[]): Result<DataFile, Problem> {
  const [head = '', second = '', third = '', ...more] = segments
  const unknown = refused<Problem>({ why: 'unknown-view', value: segments.join('/') })
  if (more.length > 0) return unknown
  if (head === 'deltas' && third === '') return readDelta(second) ?? unknown
  if (head === 'revisions.jsonl' && second === '') return ok({ what: 'revisions' })
  if (head !== 'r') return second === '' ? (readFile(head, null) ?? unknown) : unknown
  if (!NUMBER.test(second)) return refused({ why: 'malformed-revision', value: second })
  return readFile(third, Number(second)) ?? unknown
}

/** As an address names a revision: nine digits at most, and no nought in front. */
const NUMBER = /^[1-9]\d{0,8}$/
const DELTA = /^(0|[1-9]\d{0,8})\.\.(0|[1-9]\d{0,8})\.json$/

function readFile(name: string, revision: number | null): Result<DataFile, Problem> | null {
  if (name === 'datapackage.json') return ok({ what: 'package', revision })
  for (const table of TABLE_NAMES) {
    for (const format of ['csv', 'json'] as const) {
      if (name === tableFileName(table, format)) return ok({ what: 'table', revision, table, format })
    }
  }
  return null
}

function readDelta(name: string): Result<DataFile, Problem> | null {
  if (name === 'index.json') return ok({ what: 'delta-index' })
  const [, from, to] = DELTA.exec(name) ?? []
  if (from === undefined || to === undefined) return null
  if (Number(from) >= Number(to)) return refused({ why: 'delta-backwards' })
  return ok({ what: 'delta', from: Number(from), to: Number(to) })
}
