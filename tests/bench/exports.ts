import type { Coordinates } from '@/lib/contract/address'
import type { Exhibit } from '@/lib/contract/exhibit'
import { drawingOf } from '@/lib/drawing/drawing'
import { exhibitCsv } from '@/lib/formats/exhibit-csv'
import { exhibitJson } from '@/lib/formats/exhibit-json'
import { exhibitXlsx } from '@/lib/formats/exhibit-xlsx'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { exhibitOf } from '@/lib/reading/exhibit'
import { matrixPage } from '@/lib/reading/matrix'
import { lawOf } from '@/lib/reading/opened'
import { timesAsLarge } from '../support/larger'
import { theRecord } from '../support/record'
import { timed } from './timed'

const TIMES = 20
const DAY = localDate('2026-11-22')

/** Milliseconds for the matrix of all materials as an exhibit and as each of its files; `bytes` of the file. */
export async function timeExports() {
  const record = theRecord()
  return {
    'the real record': await filesOf(record, 5),
    [`${TIMES} times as large`]: await filesOf(timesAsLarge(record, TIMES), 1),
  }
}

async function filesOf(record: WholeRecord, rounds: number) {
  const law = lawOf(record, null)
  const question = plainQuestion(DAY)
  const coordinates: Coordinates = { revision: 1, question, scope: 'all', by: 'form', view: { name: 'matrix' } }
  let made = matrixOf(coordinates, record, law)
  const exhibit = timed(rounds, () => {
    made = matrixOf(coordinates, record, law)
  })
  const [table] = made.tables
  if (table === undefined) throw new Error('a matrix without a table')
  let bytes = { csv: 0, json: 0 }
  const csv = timed(rounds, () => {
    bytes = { ...bytes, csv: sizeOf(exhibitCsv(table, [], 'https://sluice.example')) }
  })
  const json = timed(rounds, () => {
    bytes = { ...bytes, json: sizeOf(exhibitJson(made)) }
  })
  const began = performance.now()
  const workbook = await exhibitXlsx(made, [], { notes: 'Notes', grid: 'Matrix' })
  const xlsx = performance.now() - began
  const drew = performance.now()
  const svg = await drawingOf(made, 'svg')
  const drawn = performance.now() - drew
  const cells = made.cells.length
  const ms = { cells, exhibit, csv, json, xlsx, svg: drawn }
  return { ...ms, csvBytes: bytes.csv, jsonBytes: bytes.json, xlsxBytes: workbook.length, svgBytes: lengthOf(svg) }
}

function matrixOf(coordinates: Coordinates, record: WholeRecord, law: ReturnType<typeof lawOf>): Exhibit {
  const page = matrixPage({ coordinates, record, law, today: DAY })
  const made = exhibitOf({ name: 'matrix', page }, DAY)
  if (made === null) throw new Error('no exhibit of a matrix')
  return made
}

function sizeOf(parts: Iterable<string>): number {
  let size = 0
  for (const part of parts) size += Buffer.byteLength(part)
  return size
}

function lengthOf(drawing: Awaited<ReturnType<typeof drawingOf>>): number {
  return drawing.ok && typeof drawing.value === 'string' ? Buffer.byteLength(drawing.value) : 0
}
