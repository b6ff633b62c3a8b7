import { ok, type Result, refused } from '@/lib/ledger/result'
import { fileEnding, readFileEnding, type Suffix, suffixesOf } from './export-address'
import type { Problem, Refusal } from './refusal'
import { type IdFault, isDigest, readSnapshotId } from './snapshot-id'
import type { View } from './view'

/** How a snapshot is cited, as files. */
const CITATIONS = ['bib', 'csl.json'] as const

/** What a snapshot is carried out as: how it is cited, and the files of every answer (`csv`, `changes.csv`, `png`). */
export type SnapshotFile = (typeof CITATIONS)[number] | Suffix | `${string}.${Suffix}`

/** What of a snapshot is asked for. */
export type SnapshotPart = 'page' | 'image' | SnapshotFile

/** A snapshot by its id, or by its whole digest: which id that has, only the database knows. */
export type NamedSnapshot = { readonly name: string; readonly part: SnapshotPart }

/** The files of a snapshot of a view that its page offers: a drawing only where there is something to draw. */
export function filesOfSnapshot(view: string): readonly SnapshotFile[] {
  return [...suffixesOf(view as View['name']), ...CITATIONS]
}

/** Where forms are sent that freeze an answer; a snapshot stands below it. */
export const FREEZE = '/s'

/** A snapshot's page: for ever the same frozen part. */
export function snapshotAddress(id: string): string {
  return `${FREEZE}/${id}`
}

/** A file of a snapshot: `/s/8c1f….csv`. */
export function snapshotFileAddress(id: string, file: SnapshotFile): string {
  return `${FREEZE}/${id}.${file}`
}

/** Its picture for previews. */
export function snapshotImageAddress(id: string): string {
  return `${FREEZE}/${id}/og.png`
}

/** The address of a part of a snapshot under its id. */
export function addressOfPart(id: string, part: SnapshotPart): string {
  if (part === 'image') return snapshotImageAddress(id)
  return part === 'page' ? snapshotAddress(id) : snapshotFileAddress(id, part)
}

/** Reads the segments of a path below `/s/`; `null` for every other path. */
export function readSnapshotPath(segments: readonly string[]): Result<NamedSnapshot, Refusal> | null {
  const [head, named, ...rest] = segments
  if (head?.toLowerCase() !== 's' || named === undefined) return null
  const { name, part } = partOf(named, rest)
  const digest = name.toLowerCase()
  if (isDigest(digest)) return ok({ name: digest, part })
  const read = readSnapshotId(name)
  return read.ok
    ? ok({ name: read.value, part })
    : refused({ problems: [problemOf(name, read.refusal)], nearest: null })
}

function partOf(named: string, rest: readonly string[]): NamedSnapshot {
  if (rest.length === 1 && rest[0]?.toLowerCase() === 'og.png') return { name: named, part: 'image' }
  const at = named.indexOf('.')
  const file = at === -1 ? null : readSnapshotFile(named.slice(at + 1))
  return file === null ? { name: named, part: 'page' } : { name: named.slice(0, at), part: file }
}

/** The file that the end of a name stands for; `null` for what no answer is carried out as. */
function readSnapshotFile(ending: string): SnapshotFile | null {
  const citation = CITATIONS.find((one) => one === ending.toLowerCase())
  if (citation !== undefined) return citation
  const file = readFileEnding(ending)
  return file === null ? null : (fileEnding(file) as SnapshotFile)
}

function problemOf(value: string, fault: IdFault): Problem {
  return { why: fault === 'wrong-sign' ? 'misspelt-snapshot' : 'malformed-snapshot', value }
}
