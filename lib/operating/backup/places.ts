import path from 'node:path'
import type { BackupKind } from '@/lib/db/backups'
import { Failure } from '../failure'
import type { Head } from './moment'

/** The end of a backup's name says how it was written. */
const ENDS: Readonly<Record<BackupKind, string>> = { 'pg-dump': '.dump', 'json-lines': '.jsonl.gz' }

/**
 * How a file was written, or is to be written, by the end of its name.
 *
 * @throws {Failure} where it ends in none of the two ways.
 */
export function kindOf(file: string): BackupKind {
  if (file.endsWith(ENDS['pg-dump'])) return 'pg-dump'
  if (file.endsWith(ENDS['json-lines'])) return 'json-lines'
  throw new Failure(`${file}: the name of a backup ends in .dump (written by pg_dump) or in .jsonl.gz (JSON Lines).`)
}

/** Where a backup goes that was given no name: it says when it was taken, in UTC, and up to which revision it goes. */
export function placeFor(folder: string, kind: BackupKind, at: Date, head: Head): string {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '')
  return path.join(folder, `sluice-${time}-r${head.number}${ENDS[kind]}`)
}
