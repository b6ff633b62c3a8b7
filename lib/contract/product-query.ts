import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { type CheckField, type CheckTexts, GOODS_FIELDS, PRODUCT_FIELDS } from './check/fields'
import { readSaid } from './check/reading'
import { textsOfProduct } from './product'
import { readPageQuery } from './query'
import type { Asked } from './question'
import type { Problem } from './refusal'
import type { View } from './view'

type Checked = Extract<View, { readonly name: 'check' }>
type Problems = readonly [Problem, ...Problem[]]

/** What the form, or a request for the same answer, asks: the product, and the rest of the question. */
export type AskedCheck = { readonly view: Checked; readonly asked: Asked }

/**
 * Reads the fields of the form, of an address that a product stands in already, or of a request to the API.
 *
 * A field of the query takes the place of what the address says, an empty one takes it away, and any way of saying what
 * the goods are takes the place of every other. `use=unknown` and an empty `use` are not known; `party` and `owner` are
 * names, or keys, for the record to look up. Fields that no product needs are left to others.
 */
export function readCheckQuery(view: Checked, query: URLSearchParams): Result<AskedCheck, Problems> {
  const rest = new URLSearchParams(query)
  rest.delete('party')
  if (!['military', 'civil'].includes(query.get('use')?.trim().toLowerCase() ?? '')) rest.delete('use')
  const asked = readPageQuery(rest)
  const twice = PRODUCT_FIELDS.filter((field) => query.getAll(field).filter((one) => one.trim() !== '').length > 1)
  const said = twice.length > 0 ? refusedTwice(twice) : productIn(view, query)
  if (asked.ok && said.ok) return ok({ view: said.value, asked: asked.value })
  const [first, ...others] = [...(said.ok ? [] : said.refusal), ...(asked.ok ? [] : asked.refusal)]
  if (first === undefined) throw new TypeError('refused without a reason')
  return refused([first, ...others])
}

function productIn(view: Checked, query: URLSearchParams): Result<Checked, Problems> {
  const asks = [...PRODUCT_FIELDS, 'use', 'party'].some((field) => query.has(field))
  const texts = mergedTexts(view, query)
  const isForm = PRODUCT_FIELDS.some((field) => query.has(field))
  if (view.product === null ? !isForm : !asks) return ok(view)
  const said = readSaid(texts)
  if (!said.ok) return said
  const { product, named } = said.value
  return ok({ name: 'check', product, ...(Object.keys(named).length === 0 ? {} : { named }) })
}

/** What an address and a query say together, as texts of the form's fields. */
export function mergedTexts({ product, named }: Checked, query: URLSearchParams): CheckTexts {
  const own = product === null ? {} : textsOfProduct(product, named ?? {})
  const kept = new Map<string, string>(Object.entries(own))
  if (GOODS_FIELDS.some((field) => query.get(field)?.trim())) for (const field of GOODS_FIELDS) kept.delete(field)
  for (const field of [...PRODUCT_FIELDS, 'use', 'party'] as const satisfies CheckField[]) {
    if (query.has(field)) kept.set(field, query.get(field) ?? '')
  }
  return Object.fromEntries(kept)
}

function refusedTwice(fields: readonly string[]): Result<never, Problems> {
  const [first = '', ...others] = fields
  return refused([{ why: 'repeated', field: first }, ...others.map((field): Problem => ({ why: 'repeated', field }))])
}
