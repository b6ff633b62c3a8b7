import * as z from 'zod'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { LiveCoordinates } from '../address'
import { refine } from '../address-reading'
import { readFields } from '../query'
import type { Asked } from '../question'
import type { Problem } from '../refusal'
import type { Sides } from '../sides'
import { readView } from '../view-reading'
import { say } from '../words/catalogue'

/** A field that may be left out, or given as nothing, as the answers of the API give it. */
const text = z.string().nullable().optional()
const number = z.int().positive()

/** The question of a request, by the same names as everywhere; what is left out has its default. */
const question = z.strictObject({
  on: text.meta({ format: 'date', examples: ['2025-11-08'] }),
  known: text.meta({ format: 'date' }),
  rev: number.nullable().optional(),
  from: text,
  to: text,
  use: z.enum(['civil', 'military']).nullable().optional(),
  party: text,
  route: z.enum(['export', 're-export', 'foreign-made', 'assistance']).nullable().optional(),
})

const PLAIN = ['matrix', 'regimes', 'instruments', 'sources', 'changes'] as const
const KEYED = ['material', 'regime', 'instrument', 'source'] as const

const byView = z.strictObject({
  view: z.enum([...PLAIN, ...KEYED, 'proof', 'change', 'compare']),
  key: z
    .string()
    .optional()
    .meta({ description: say('api.field.viewKey') }),
  material: z.string().optional(),
  form: z.string().optional(),
  number: number.optional(),
  question: question.optional(),
  against: question.optional().meta({ description: say('api.field.against') }),
  scope: z.enum(['rare-earths', 'all']).optional(),
  by: z.enum(['form', 'regime']).optional(),
})

const byAddress = z.strictObject({ address: z.string().meta({ description: say('api.field.address') }) })

/** What is to be frozen: a view by its name and a question, or the address of any page of the record. */
export const snapshotRequest = z.union([byView, byAddress]).meta({ id: 'SnapshotRequest' })

/** A request, read: coordinates whose revision and day may still be "now", two such questions, or an address to be read. */
export type SnapshotAsked =
  | { readonly address: string }
  | { readonly sides: Sides }
  | { readonly live: LiveCoordinates; readonly revision: number | null; readonly on: NonNullable<Asked['on']> | null }

type Problems = readonly [Problem, ...Problem[]]

/** Reads the body of a request, or says which field of it is wrong and what it may be. */
export function readSnapshotRequest(body: unknown): Result<SnapshotAsked, Problems> {
  const schema = isObject(body) && 'address' in body ? byAddress : byView
  const parsed = schema.safeParse(body)
  if (!parsed.success) return refused(malformed(parsed.error))
  return 'address' in parsed.data ? ok({ address: parsed.data.address }) : readByView(parsed.data)
}

function readByView(given: z.output<typeof byView>): Result<SnapshotAsked, Problems> {
  const { question: asked, scope, by, against, ...named } = given
  const [missing, ...more] = missingIn(given)
  if (missing !== undefined) return refused([missing, ...more])
  if (named.view === 'compare') return readCompared(against, { ...asked, scope })
  if (against !== undefined) {
    const known = Object.keys(byView.shape).filter((name) => name !== 'against')
    return refused([{ why: 'unknown-field', field: 'against', known }])
  }
  const read = readFields(textsOf({ ...asked, scope, by }))
  const view = readView(segmentsOf(named))
  const problems = [...(view.ok ? [] : [view.refusal].flat()), ...(read.ok ? [] : read.refusal)]
  const [first, ...others] = problems
  if (!view.ok || !read.ok) return refused([first as Problem, ...others])
  return ok({
    live: { view: view.value, ...refine(read.value) },
    revision: read.value.rev ?? null,
    on: read.value.on ?? null,
  })
}

/** Two questions, read as `/compare` reads them: what was there before is its `a`. */
function readCompared(before: Fields | undefined, after: Fields): Result<SnapshotAsked, Problems> {
  const a = readFields(textsOf(before ?? {}))
  const b = readFields(textsOf(after))
  if (a.ok && b.ok) return ok({ sides: { a: a.value, b: b.value } })
  const ofBefore = a.ok ? [] : a.refusal.map((problem): Problem => ({ why: 'side', side: 'a', problem }))
  const [first, ...others] = [...ofBefore, ...(b.ok ? [] : b.refusal)]
  if (first === undefined) throw new TypeError('refused without a reason')
  return refused([first, ...others])
}

type Fields = { readonly [name: string]: string | number | null | undefined }

function textsOf(fields: Fields): { readonly [name: string]: string } {
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}

type Named = Omit<z.output<typeof byView>, 'question' | 'scope' | 'by'>

/** What a view cannot do without, and was not given. */
function missingIn(named: Named): readonly Problem[] {
  const needed: readonly (keyof Named)[] = KEYED.some((one) => one === named.view)
    ? ['key']
    : named.view === 'proof'
      ? ['material', 'form']
      : named.view === 'change'
        ? ['number']
        : named.view === 'compare'
          ? ['against']
          : []
  return needed
    .filter((field) => named[field] === undefined)
    .map((field) => ({ why: 'malformed-body', field, expected: say('api.expected.forView', { view: named.view }) }))
}

/** A view as its address spells it. */
function segmentsOf({ view, key = '', material = '', form = '', number: revision }: Named): readonly string[] {
  if (view === 'proof') return ['proof', material, form]
  if (view === 'change') return ['changes', String(revision ?? '')]
  const keyed = KEYED.find((one) => one === view)
  return keyed === undefined ? [view] : [`${keyed}s`, key]
}

function malformed({ issues }: z.ZodError): Problems {
  const problems = issues.flatMap((issue): readonly Problem[] => {
    const field = issue.path.join('.')
    if (issue.code === 'unrecognized_keys') {
      const known = Object.keys(field === 'question' || field === 'against' ? question.shape : byView.shape)
      return issue.keys.map((name) => ({ why: 'unknown-field', field: [...issue.path, name].join('.'), known }))
    }
    return [{ why: 'malformed-body', field: field === '' ? say('api.body') : field, expected: expectedOf(issue) }]
  })
  const [first, ...others] = problems
  if (first === undefined) throw new TypeError('refused without a reason')
  return [first, ...others]
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String).join(', ')
    return say(issue.path[0] === 'view' ? 'api.expected.view' : 'api.expected.oneOf', { words })
  }
  if (issue.code !== 'invalid_type') return say('api.expected.positive')
  return say(`api.expected.${issue.expected === 'object' ? 'object' : issue.expected === 'string' ? 'text' : 'whole'}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
