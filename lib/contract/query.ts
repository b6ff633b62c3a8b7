import * as z from 'zod'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { Asked } from './question'
import { lookFields, questionFields } from './question'
import type { Field, Problem } from './refusal'

/** What a form on a page may submit: whatever else stands in the query is not ours and is left behind. */
const pageQuery = z.object({ ...questionFields, ...lookFields })

type Problems = readonly [Problem, ...Problem[]]

/**
 * Reads a page's query. An empty field is one that the form did not fill in, so it has its default. A malformed
 * one is a problem and never a default.
 */
export function readPageQuery(params: URLSearchParams): Result<Asked, Problems> {
  return read(pageQuery, params, Object.keys(pageQuery.shape))
}

/** Reads a request to the API by the fields of what it asks for: an unknown one is a problem, and so is one given twice. */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
): Result<z.output<Schema>, Problems> {
  return read(schema, params)
}

/** Reads named texts, such as the segments of an address, by the same fields as a page's query. */
export function readFields(texts: { readonly [field: string]: string }): Result<Asked, Problems> {
  return parse(pageQuery, texts)
}

/** What of a query can be read without any doubt: the nearest good question to a refused one. */
export function readableOf(texts: { readonly [field: string]: string }): Asked {
  const parsed = pageQuery.safeParse(texts)
  if (parsed.success) return parsed.data
  const spoilt = new Set(parsed.error.issues.map((issue) => issue.path[0]))
  return pageQuery.parse(Object.fromEntries(Object.entries(texts).filter(([name]) => !spoilt.has(name))))
}

/** The texts of a query that are filled in, the first of each name. */
export function textsOf(params: URLSearchParams): { readonly [field: string]: string } {
  return Object.fromEntries([...params].filter(([, value]) => value.trim() !== '').reverse())
}

function read<Schema extends z.ZodObject>(
  schema: Schema,
  params: URLSearchParams,
  ours: readonly string[] | null = null,
): Result<z.output<Schema>, Problems> {
  const filled = [...params].filter(([, value]) => value.trim() !== '')
  const names = filled.map(([name]) => name).filter((name) => ours === null || ours.includes(name))
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  const [first, ...others] = twice.map((name): Problem => ({ why: 'repeated', field: name }))
  return first === undefined ? parse(schema, Object.fromEntries(filled)) : refused([first, ...others])
}

function parse<Schema extends z.ZodObject>(
  schema: Schema,
  texts: { readonly [field: string]: string },
): Result<z.output<Schema>, Problems> {
  const parsed = schema.safeParse(texts)
  if (parsed.success) return ok(parsed.data)
  const [first, ...others] = parsed.error.issues.flatMap((issue) => problemsOf(issue, Object.keys(schema.shape)))
  if (first === undefined) throw new TypeError(`refused without a reason: ${JSON.stringify(texts)}`)
  return refused([first, ...others])
}

function problemsOf(issue: z.core.$ZodIssue, known: readonly string[]): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((field) => ({ why: 'unknown-field', field, known }))
  if (issue.code === 'invalid_type') return [{ why: 'missing', field: issue.path[0] as Field }]
  if (issue.code === 'custom') return [issue.params?.['problem'] as Problem]
  throw new TypeError(`no words for this issue: ${JSON.stringify(issue)}`)
}
