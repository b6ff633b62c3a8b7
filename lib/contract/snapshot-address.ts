import { ok, type Result, refused } from '@/lib/ledger/result'
import { SUFFIXES, suffixesOf } from './export-address'
import type { Problem, Refusal } from './refusal'
import { isDigest, readSnapshotId } from './snapshot-id'
import type { View } from './view'

/** What a snapshot is carried out as: the files of every answer, and how it is cited. */
export const SNAPSHOT_FILES = [...SUFFIXES, 'bib', 'csl.json'] as const
export type SnapshotFile = (typeof SNAPSHOT_FILES)[number]

/** The files of a snapshot of a view: a drawing only where there is something to draw. */
export function filesOfSnapshot(view: string): readonly SnapshotFile[] {
  const suffixes: readonly string[] = suffixesOf(view as View['name'])
  return SNAPSHOT_FILES.filter((file) => file === 'bib' || file === 'csl.json' || suffixes.includes(file))
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

/** What of a snapshot is asked for. */
export type SnapshotPart = 'page' | 'image' | SnapshotFile

/** A snapshot by its id, or by its whole digest: which id that has, only the database knows. */
export type NamedSnapshot = { readonly name: string; readonly part: SnapshotPart }

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

/** The address of a part of a snapshot under its id. */
export function addressOfPart(id: string, part: SnapshotPart): string {
  if (part === 'image') return snapshotImageAddress(id)
  return part === 'page' ? snapshotAddress(id) : snapshotFileAddress(id, part)
}

function partOf(named: string, rest: readonly string[]) {
  if (rest.length === 1 && rest[0]?.toLowerCase() === 'og.png') return { name: named, part: 'image' as const }
  const lower = named.toLowerCase()
  const file = SNAPSHOT_FILES.toSorted((a, b) => b.length - a.length).find((one) => lower.endsWith(`.${one}`))
  return file === undefined
    ? { name: named, part: 'page' as const }
    : { name: named.slice(0, -file.length - 1), part: file }
}

function problemOf(value: string, fault: 'not-an-id' | 'wrong-sign'): Problem {
  return { why: fault === 'wrong-sign' ? 'misspelt-snapshot' : 'malformed-snapshot', value }
}
