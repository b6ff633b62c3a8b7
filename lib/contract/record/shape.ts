import type * as z from 'zod'
import type { Records } from '@/lib/ledger/change'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { say } from '../words/catalogue'
import { FILES, type FileName } from './files'
import type { Report } from './problem'
import { quoted } from './quoted'

/** A file read record by record: those of the right shape, and every key that the file uses, right or wrong. */
export type ReadFile<Name extends FileName> = {
  readonly records: readonly Records[(typeof FILES)[Name]['kind']][]
  readonly keys: ReadonlySet<string>
}

/** Reads one file of the record: fields, keys and order. What the records say of each other is asked later. */
export function readFile<Name extends FileName>(name: Name, content: unknown, report: Report): ReadFile<Name> {
  const records: Records[(typeof FILES)[Name]['kind']][] = []
  const keys = new Set<string>()
  if (!Array.isArray(content)) {
    report({ file: name, key: null, field: null, what: say('record.file.notAList') })
    return { records, keys }
  }
  let before: string | null = null
  for (const [index, row] of content.entries()) {
    const key = keyOf(row)
    if (key === null) {
      report({ file: name, key: null, field: null, what: say('record.record.noKey', { place: `#${index + 1}` }) })
      continue
    }
    checkKey(name, key, { before, isUsed: keys.has(key) }, report)
    keys.add(key)
    before = key
    const one = readOne(name, row)
    if (one.ok) records.push(one.value as (typeof records)[number])
    else for (const blamed of one.refusal) report({ file: name, key, ...blamed })
    checkOrderOfFields(name, key, row, report)
  }
  return { records, keys }
}

/** What is wrong with a record by itself: the field as a path, `null` when the record as a whole is meant. */
export type Blamed = { readonly field: string | null; readonly what: string }

/** One record of a file by itself: its fields, whatever its key and the order in which they stand. */
export function readOne<Name extends FileName>(
  name: Name,
  row: unknown,
): Result<Records[(typeof FILES)[Name]['kind']], readonly Blamed[]> {
  const schema = FILES[name].schema as unknown as z.ZodType<Records[(typeof FILES)[Name]['kind']]>
  const parsed = schema.safeParse(row, { error: wordsFor })
  return parsed.success ? ok(parsed.data) : refused(parsed.error.issues.flatMap(problemsOf))
}

function keyOf(row: unknown): string | null {
  const key = typeof row === 'object' && row !== null && 'key' in row ? row.key : null
  return typeof key === 'string' && key !== '' ? key : null
}

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/
const SYMBOL = /^[A-Z][a-z]?$/
const BARE_NUMBER = /^(id|no|cl|ev|p|s)?-?\d+$/

type Place = { readonly before: string | null; readonly isUsed: boolean }

/** What is wrong with a key by itself, in words: nothing, for one that a reader can read. */
export function problemsOfKey(file: FileName, key: string): readonly string[] {
  const isMaterial = file === 'materials'
  const readable = KEY.test(key) || (isMaterial && SYMBOL.test(key))
  return [
    ...(readable ? [] : [isMaterial ? say('record.record.keyOfMaterial') : say('record.record.keyShape')]),
    ...(BARE_NUMBER.test(key) ? [say('record.record.keyIsNumber')] : []),
  ]
}

function checkKey(file: FileName, key: string, { before, isUsed }: Place, report: Report): void {
  const blameKey = (what: string) => report({ file, key, field: null, what })
  for (const what of problemsOfKey(file, key)) blameKey(what)
  if (isUsed) blameKey(say('record.record.keyTwice'))
  else if (before !== null && key < before) blameKey(say('record.record.keyOrder', { before }))
}

/** Asked only of a record that has all its fields: a missing one is told as that. */
function checkOrderOfFields(file: FileName, key: string, row: object, report: Report): void {
  const wanted = FILES[file].fields
  const names = Object.keys(row)
  const isWhole = names.length === wanted.length && wanted.every((name) => Object.hasOwn(row, name))
  if (isWhole && names.join() !== wanted.join()) {
    report({ file, key, field: null, what: say('record.record.fieldOrder', { fields: wanted.join(', ') }) })
  }
}

/** The words for what zod finds by itself; the fields bring their own for the rest. */
function wordsFor(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value') {
    if (issue.input === undefined) return say('record.field.missing')
  }
  if (issue.code === 'invalid_value') {
    return say('record.field.word', { value: quoted(issue.input), words: (issue.values as unknown[]).join(', ') })
  }
  if (issue.code === 'too_small') return say('record.field.notEmpty')
  return issue.code === 'invalid_type' ? WORDS_FOR_TYPE[issue.expected as string]?.() : undefined
}

const WORDS_FOR_TYPE: { readonly [type: string]: () => string } = {
  string: () => say('record.field.text'),
  boolean: () => say('record.field.truth'),
  number: () => say('record.field.number'),
  int: () => say('record.field.whole'),
  array: () => say('record.field.list'),
  object: () => say('record.field.object'),
}

function problemsOf(issue: z.core.$ZodIssue): readonly Blamed[] {
  if (issue.code === 'unrecognized_keys') {
    const what = say('record.field.unknown')
    return issue.keys.map((name) => ({ field: pathOf([...issue.path, name]), what }))
  }
  return [{ field: issue.path.length === 0 ? null : pathOf(issue.path), what: issue.message }]
}

/** `asserts[0].materials`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('')
}
