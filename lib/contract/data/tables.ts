import * as z from 'zod'
import type { Kind } from '@/lib/ledger/change'
import { LIST_OF } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { labelOf, partLabel } from '../history/field-label'
import { claimFields } from '../record/claim'
import { eventFields } from '../record/event'
import { key, number, oneOf, text, textOrNull, truth } from '../record/fields'
import { FILES, type FileName } from '../record/files'
import { indicatorFields } from '../record/indicator'
import { instrumentFields, regimeFields } from '../record/instrument'
import { formFields, materialFields } from '../record/material'
import { partyFields, sourceFields } from '../record/party'
import { printedIn } from '../record/printed'
import { provisionFields } from '../record/provision'
import { say } from '../words/catalogue'
import { type Field, fieldOf } from './field'

/** A table of the bulk data: the ten files of the record, and two that take lists out of them row by row. */
export const TABLE_NAMES = [...(Object.keys(FILES) as FileName[]), 'indicator-points', 'citations'] as const
export type TableName = FileName | 'indicator-points' | 'citations'

/** A row as it is written: the fields in their order, days as days, the last day inclusive. */
export type Row = { readonly [field: string]: unknown }

export type Table = {
  readonly name: TableName
  readonly description: string
  readonly fields: readonly Field[]
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly { readonly field: string; readonly table: FileName }[]
}

type Shape = { readonly [field: string]: z.core.$ZodType }

const SHAPES: { readonly [name in FileName]: Shape } = {
  materials: materialFields,
  forms: formFields,
  regimes: regimeFields,
  instruments: instrumentFields,
  provisions: provisionFields,
  parties: partyFields,
  sources: sourceFields,
  events: eventFields,
  claims: claimFields,
  indicators: indicatorFields,
}

/** What a single field of a table names in another one; lists of keys are told in their descriptions alone. */
const NAMES: { readonly [name in TableName]?: { readonly [field: string]: FileName } } = {
  instruments: { regime: 'regimes' },
  provisions: { instrument: 'instruments', partyList: 'instruments' },
  parties: { instrument: 'instruments' },
  'indicator-points': { indicator: 'indicators', source: 'sources' },
  citations: { source: 'sources' },
}

const POINT: Shape = {
  indicator: key,
  period: text,
  value: number,
  low: z.nullable(number),
  high: z.nullable(number),
  estimated: truth,
  note: textOrNull,
  source: key,
}

/** `part` says what of the record the source is cited for: the record itself, or a claim's assessment. */
const CITATION: Shape = {
  kind: oneOf(Object.keys(LIST_OF) as [Kind, ...Kind[]]),
  record: key,
  part: oneOf(['record', 'assessment']),
  source: key,
  locator: textOrNull,
  original: textOrNull,
  gloss: textOrNull,
}

export function tableOf(name: TableName): Table {
  const links = Object.entries(NAMES[name] ?? {}).map(([field, table]) => ({ field, table }))
  const common = { name, description: say(`data.table.${name}`), foreignKeys: links }
  if (name === 'indicator-points') {
    const fields = fieldsOf(POINT, (field) =>
      field === 'indicator' ? say('data.field.indicator') : partLabel('points', field),
    )
    return { ...common, fields, primaryKey: ['indicator', 'period'] }
  }
  if (name === 'citations') {
    const fields = fieldsOf(CITATION, (field) => say(`data.field.${field as 'kind'}`))
    return { ...common, fields, primaryKey: ['kind', 'record', 'part', 'source'] }
  }
  const { kind } = FILES[name]
  return { ...common, fields: fieldsOf(SHAPES[name], (field) => labelOf(kind, field)), primaryKey: ['key'] }
}

function fieldsOf(shape: Shape, titleOf: (field: string) => string): readonly Field[] {
  return Object.entries(shape).map(([name, schema]) => fieldOf(name, titleOf(name), schema))
}

/** The rows of a table, made one by one: whoever reads slowly holds one row and not the table. */
export function* rowsOf(record: WholeRecord, name: TableName): Generator<Row> {
  if (name === 'citations') yield* citations(record)
  else if (name === 'indicator-points') yield* points(record)
  else for (const one of record[name]) yield printedIn(name, one)
}

function* points({ indicators }: WholeRecord): Generator<Row> {
  for (const indicator of indicators) for (const point of indicator.points) yield { indicator: indicator.key, ...point }
}

function* citations(record: WholeRecord): Generator<Row> {
  for (const [kind, list] of Object.entries(LIST_OF)) {
    for (const one of record[list]) {
      if ('sources' in one) yield* cited(kind, one.key, 'record', one.sources)
      if ('assessment' in one) yield* cited(kind, one.key, 'assessment', one.assessment.sources)
    }
  }
}

function* cited(
  kind: string,
  record: string,
  part: 'record' | 'assessment',
  sources: WholeRecord['provisions'][number]['sources'],
): Generator<Row> {
  for (const { source, locator, clause } of sources) {
    const { original, gloss } = clause ?? { original: null, gloss: null }
    yield { kind, record, part, source, locator, original, gloss }
  }
}
