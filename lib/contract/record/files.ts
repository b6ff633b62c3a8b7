import * as z from 'zod'
import type { Kind, Records } from '@/lib/ledger/change'
import { claimFields, claimJson } from './claim'
import { eventFields, eventJson } from './event'
import { indicatorFields, indicatorJson } from './indicator'
import { instrumentFields, instrumentJson, regimeFields, regimeJson } from './instrument'
import { formFields, formJson, materialFields, materialJson } from './material'
import { partyFields, partyJson, sourceFields, sourceJson } from './party'
import { provisionFields, provisionJson } from './provision'

type File<K extends Kind> = {
  readonly kind: K
  /** The names of the fields of a record, in the order in which the file writes them. */
  readonly fields: readonly string[]
  /** The same fields as columns of a table: what is a text stands as it is, everything else as JSON. */
  readonly columns: readonly { readonly name: string; readonly holds: 'text' | 'json' }[]
  readonly schema: z.ZodType<Records[K]>
}

function file<K extends Kind>(
  kind: K,
  fields: { readonly [name: string]: z.ZodType },
  schema: z.ZodType<Records[K]>,
): File<K> {
  const columns = Object.entries(fields).map(([name, field]) => ({ name, holds: holdsOf(field) }))
  return { kind, fields: Object.keys(fields), columns, schema }
}

/** A day and a word of a list are texts too: what they become when they are read does not matter here. */
function holdsOf(field: z.core.$ZodType): 'text' | 'json' {
  if (field instanceof z.ZodNullable) return holdsOf(field.unwrap())
  if (field instanceof z.ZodPipe) return holdsOf(field.in)
  return field instanceof z.ZodString || field instanceof z.ZodEnum ? 'text' : 'json'
}

/** The ten files of the record, in the order of the whole record: what each holds and how one record of it is read. */
export const FILES = {
  materials: file('material', materialFields, materialJson),
  forms: file('form', formFields, formJson),
  regimes: file('regime', regimeFields, regimeJson),
  instruments: file('instrument', instrumentFields, instrumentJson),
  provisions: file('provision', provisionFields, provisionJson),
  parties: file('party', partyFields, partyJson),
  sources: file('source', sourceFields, sourceJson),
  events: file('event', eventFields, eventJson),
  claims: file('claim', claimFields, claimJson),
  indicators: file('indicator', indicatorFields, indicatorJson),
} as const

export type FileName = keyof typeof FILES

export const FILE_NAMES = Object.keys(FILES) as readonly FileName[]

/** The ten files as they were parsed from JSON: nothing is known of them yet. */
export type RecordFiles = { readonly [name in FileName]: unknown }
