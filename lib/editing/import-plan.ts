import type { Printed } from '@/lib/contract/edit/draft'
import type { ImportCount, ImportProblem } from '@/lib/contract/edit/dry-run'
import { FILES, type FileName } from '@/lib/contract/record/files'
import { printedFile, printedIn } from '@/lib/contract/record/printed'
import { problemsOfKey, readOne } from '@/lib/contract/record/shape'
import { say } from '@/lib/contract/words/catalogue'
import { canonicalJson } from '@/lib/formats/canonical'
import type { Kind, Retirement } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import type { Entries, Given } from './import-entries'

/** What an import would put into a draft under one key. */
export type PlannedEntry =
  | { readonly kind: Kind; readonly printed: Printed }
  | { readonly kind: Kind; readonly key: string; readonly retirement: Retirement }

export type Plan = {
  readonly counts: readonly ImportCount[]
  readonly entries: readonly PlannedEntry[]
  readonly problems: readonly ImportProblem[]
}

/** A sentence about a long value quotes the beginning of it. */
const LONGEST = 400

/**
 * What the uploads would change in the record: keys that are new, and records that say something else than what stands.
 * The order of records, and of fields in a record, does not matter; the order of a list does.
 *
 * @param retire the reason with which keys of the files sent that are missing there are retired; `null` leaves them alone.
 */
export function planOf(record: WholeRecord, read: Entries, retire: string | null): Plan {
  const problems: ImportProblem[] = [...read.problems]
  const files = read.files.map((file) => {
    const given = read.given.filter((one) => one.file === file)
    return planOfFile(record, { file, given, retire }, (problem) => problems.push(problem))
  })
  return { counts: files.map(({ count }) => count), entries: files.flatMap(({ entries }) => entries), problems }
}

type FilePlan = { readonly count: ImportCount; readonly entries: readonly PlannedEntry[] }
type Report = (problem: ImportProblem) => void
type Sent = { readonly file: FileName; readonly given: readonly Given[]; readonly retire: string | null }

function planOfFile(record: WholeRecord, { file, given, retire }: Sent, report: Report): FilePlan {
  const { kind } = FILES[file]
  const standing = new Map(printedFile(record, file).map((one) => [one['key'], canonicalJson(one)]))
  const seen = new Map<string, Given>()
  const entries: PlannedEntry[] = []
  let [added, changed, same] = [0, 0, 0]
  for (const one of given) {
    const printed = readGiven(one, seen, report)
    if (printed === null) continue
    const before = standing.get(printed['key'])
    if (before === canonicalJson(printed)) same++
    else entries.push({ kind, printed })
    if (before === undefined) added++
    else if (before !== canonicalJson(printed)) changed++
  }
  const missing = record[file].map(({ key }) => key).filter((key) => !seen.has(key))
  if (retire === null) return { count: { file, added, changed, same, retired: 0, left: missing.length }, entries }
  const retired = missing.map((key): PlannedEntry => ({ kind, key, retirement: { why: retire, replacedBy: null } }))
  return { count: { file, added, changed, same, retired: missing.length, left: 0 }, entries: [...entries, ...retired] }
}

/** The record as its file prints it, or `null` when something is wrong with it by itself. */
function readGiven(given: Given, seen: Map<string, Given>, report: Report): Printed | null {
  const { upload, at, file, row } = given
  let whole = true
  const blame = (field: string | null, what: string) => {
    whole = false
    report({ upload, at, field, what: shortened(what) })
  }
  const key = keyOf(row)
  if (key === null) blame('key', say('transfer.problem.noKey'))
  else {
    for (const what of problemsOfKey(file, key)) blame('key', what)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, given)
    else blame('key', say('transfer.problem.keyTwice', { key, place: placeOf(first) }))
  }
  const read = readOne(file, row)
  if (!read.ok) for (const { field, what } of read.refusal) if (field !== 'key' || key !== null) blame(field, what)
  if (!read.ok || !whole) return null
  const printed = printedIn(file, read.value)
  for (const [field, value] of Object.entries(printed)) {
    if (hasUnreadable(value)) blame(field, say('transfer.problem.unreadable'))
  }
  return whole ? printed : null
}

function keyOf(row: unknown): string | null {
  const key = typeof row === 'object' && row !== null && 'key' in row ? row.key : null
  return typeof key === 'string' && key !== '' ? key : null
}

function placeOf({ upload, at }: Given): string {
  return at === null ? (upload ?? '') : say(`transfer.place.${at.by}`, { upload: upload ?? '', number: at.number })
}

/** Half a character, or the one character that no database keeps. */
function hasUnreadable(value: unknown): boolean {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnreadable)
}

function shortened(what: string): string {
  return what.length <= LONGEST ? what : `${what.slice(0, LONGEST)} …`
}
