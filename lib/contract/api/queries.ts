import * as z from 'zod'
import { materialKey, recordKey } from '../key'
import { cellFields, field, questionFields, required, scopeField } from '../question'
import { SIDE_FIELDS } from '../sides'
import { LONGEST_SOUGHT } from '../sought'
import { say } from '../words/catalogue'

/** How many entries a page of a list has at most, and how many when a request does not say. */
export const MOST_LISTED = 200
export const USUALLY_LISTED = 50

/** What the document says of each field of a request, besides its sentence. */
const SHAPES: { readonly [name: string]: object } = {
  rev: { pattern: '^[1-9][0-9]{0,8}$', examples: ['1'] },
  on: { format: 'date', examples: ['2025-11-08'] },
  known: { format: 'date', examples: ['2025-11-01'] },
  from: { pattern: '^[A-Za-z]{2}$', examples: ['CN'] },
  to: { pattern: '^[A-Za-z]{2}$', examples: ['US'] },
  use: { enum: ['civil', 'military'] },
  route: { enum: ['export', 're-export', 'foreign-made', 'assistance'] },
  scope: { enum: ['rare-earths', 'all'] },
  after: { examples: ['Lu'] },
  material: { examples: ['Dy'] },
  form: { examples: ['metal'] },
  limit: { pattern: '^[0-9]{1,3}$', examples: ['50'] },
  code: { examples: ['2846.90', '1C905.a.1', 'No. 61 of 2025'] },
}

type Fields = { readonly [name: string]: z.ZodType }

/** Fields with what the document says of them. */
export function told<Told extends Fields>(fields: Told): Told {
  const entries = Object.entries(fields).map(([name, schema]) => [
    name,
    schema.meta({ description: say(`api.field.${name as 'rev'}`), ...SHAPES[name] }),
  ])
  return Object.fromEntries(entries) as Told
}

const limit = field<number>((value) => {
  const count = /^\d{1,3}$/.test(value) ? Number(value) : 0
  return count >= 1 && count <= MOST_LISTED ? count : { why: 'malformed-limit', value, most: MOST_LISTED }
})

const cursor = field<string>((value) => (value.length <= 2000 ? value : { why: 'malformed-cursor' }))

const after = field<string>(
  (value) => materialKey(value) ?? { why: 'unknown-key', kept: 'material', value, nearest: null },
)

const text = required<string>((value) =>
  value.length <= LONGEST_SOUGHT ? value : { why: 'text-too-long', field: 'q', most: LONGEST_SOUGHT },
)

const code = required<string>((value) => value)

function filter(kept: 'regime' | 'instrument') {
  return field<string>((value) => recordKey(value) ?? { why: 'unknown-key', kept, value, nearest: null })
}

const { rev, on, known } = questionFields
const paging = { limit, cursor }

/** An unknown parameter is most likely a misspelt one, and is told. */
const asked = <Told extends Fields>(fields: Told) => z.strictObject(told(fields))

export const nothingQuery = asked({})
export const statusQuery = asked({ ...cellFields, ...questionFields })
export const matrixQuery = asked({ ...questionFields, ...scopeField, after })
export const timelineQuery = asked({
  material: cellFields.material,
  form: cellFields.form.optional(),
  ...questionFields,
})
export const itemQuery = asked({ rev })
export const listQuery = asked({ rev, ...paging })
export const instrumentsQuery = asked({ rev, ...paging, regime: filter('regime') })
export const clausesQuery = asked({ rev, ...paging, instrument: filter('instrument') })
export const revisionQuery = asked(paging)
export const searchQuery = asked({ q: text, rev, limit })
export const codesQuery = asked({ code, rev, on, known })

/** A side of a comparison in one text, and each part of its question by its own name: `a.on`, `b.to`. */
const side = field<string>((value) => value)
const sides = ['a', 'b'].flatMap((name) => [name, ...SIDE_FIELDS.map((one) => `${name}.${one}`)])

export const compareQuery = z.strictObject({
  ...Object.fromEntries(sides.map((name) => [name, side.meta({ description: sideTold(name) })])),
  ...told(scopeField),
})

function sideTold(name: string): string {
  return say(`api.field.${(name.split('.')[1] ?? name) as 'on'}`)
}

export type CompareQuery = z.output<typeof compareQuery>
export type StatusQuery = z.output<typeof statusQuery>
export type MatrixQuery = z.output<typeof matrixQuery>
export type TimelineQuery = z.output<typeof timelineQuery>
export type ListQuery = z.output<typeof listQuery>
export type SearchQuery = z.output<typeof searchQuery>
export type CodesQuery = z.output<typeof codesQuery>
