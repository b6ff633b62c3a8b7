import { existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { type BackupKind, noteBackup } from '@/lib/db/backups'
import { Failure, reasonOf } from '../failure'
import { onOneConnection, whileItAnswers } from '../one-connection'
import { onStop } from '../stopping.mjs'
import { mustBeWhole } from './json-lines/read'
import { writeJsonLines } from './json-lines/write'
import { atOneMoment, type Head, type Moment } from './moment'
import { mustBeFree, writeWhole } from './part-file'
import { digestFileOf, dump, writeDigest } from './pg-tools/dump'
import { fits } from './pg-tools/programs'
import { kindOf, placeFor } from './places'
import type { Others } from './tables'

/** Where a backup goes: to a file by its name, or into a folder under a name that tells what it is. */
export type Wanted = { readonly file: string } | { readonly folder: string }

/** A backup that stands on the disk and was read back. */
export type Taken = {
  readonly file: string
  readonly kind: BackupKind
  readonly head: Head
  readonly bytes: number
  /** What somebody else keeps in the database: it is not in the backup. */
  readonly others: Others
}

/**
 * Backs a database up as it stands now, while it is read and published to. It is read back before it gets its name, and how it ended
 * is written down in the database.
 *
 * @throws {Failure} with a sentence for the operator.
 */
export async function backUp(url: string, wanted: Wanted): Promise<Taken> {
  const beganAt = new Date()
  let kind: BackupKind = 'file' in wanted ? kindOf(wanted.file) : 'json-lines'
  try {
    const take = async (moment: Moment) => {
      kind = await kindFor(wanted, moment)
      const file = 'file' in wanted ? wanted.file : placeFor(wanted.folder, kind, beganAt, moment.head)
      await (kind === 'pg-dump' ? writeDump(moment, url, file) : writeOwn(moment, file, beganAt))
      return { file, kind, head: moment.head, bytes: (await stat(file)).size, others: moment.others }
    }
    const taken = await whileItAnswers(() => atOneMoment(url, take), 'no backup was taken. Try again.')
    const { head, bytes } = taken
    await note(url, { beganAt, endedAt: new Date(), kind, whole: true, revision: head.number, bytes })
    return taken
  } catch (error) {
    // What keeps the note from being written is what kept the backup from being taken, or less.
    await note(url, { beganAt, endedAt: new Date(), kind, whole: false, why: reasonOf(error) }).catch(() => undefined)
    throw error
  }
}

/** PostgreSQL's own program where it fits the server, else our own; a name that ends in a way asks for that one. */
async function kindFor(wanted: Wanted, { major }: Moment): Promise<BackupKind> {
  const asked = 'file' in wanted ? kindOf(wanted.file) : undefined
  if (asked === 'json-lines') return asked
  const found = (await fits('pg_dump', major)) && (await fits('pg_restore', major))
  if (asked === 'pg-dump' && !found) {
    throw new Failure(
      `No pg_dump and pg_restore of PostgreSQL ${major} are found in the PATH: put them there, or let the name end in .jsonl.gz.`,
    )
  }
  return found ? 'pg-dump' : 'json-lines'
}

function writeOwn(moment: Moment, file: string, madeAt: Date): Promise<void> {
  return writeWhole(file, async (part) => {
    await writeJsonLines(moment, part, madeAt)
    await mustBeWhole(part)
  })
}

async function writeDump(moment: Moment, url: string, file: string): Promise<void> {
  const beside = digestFileOf(file)
  await mustBeFree(beside)
  let isOurs = false
  const remove = async () => {
    if (isOurs && !existsSync(file)) await rm(beside, { force: true })
  }
  onStop(remove)
  try {
    await writeWhole(file, async (part) => {
      await dump(moment, url, part)
      await writeDigest(part, file)
      isOurs = true
    })
  } catch (error) {
    await remove()
    throw error
  }
}

function note(url: string, said: Parameters<typeof noteBackup>[1]): Promise<void> {
  return onOneConnection(url, (client) => noteBackup(client, said))
}
