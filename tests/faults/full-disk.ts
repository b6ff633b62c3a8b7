import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runningOn } from '@/lib/operating/postgres/running'
import { askOnce } from '../support/ask-once'
import { type Fault, type Outcome, Tally, type Trial } from './fault'
import type { Ground } from './ground'
import { startPublisher } from './publishing'
import { afterwards, emptyBook, usual, written } from './rounds'

/**
 * The disk of the database is full while a revision is published: where a table has to grow, which PostgreSQL refuses; and
 * where its log has to, which ends it. With space again, it goes on.
 */
export const diskFull: Fault = {
  name: 'disk-full',
  tells: 'no space left on the disk of the database in the middle of a publication',
  times: 10,
  run: publishOnFullDisk,
}

const MEGABYTES = 500

async function publishOnFullDisk({ times, lay }: Trial): Promise<Outcome> {
  const tally = new Tally()
  const disk = smallDisk()
  if (disk === null) {
    tally.note('not tried: this user may not mount a small file system here')
    return tally.outcome()
  }
  // Segments of the log are made when they are needed, and none is kept for later: so a full disk is met at once.
  const settings = ['wal_recycle=off', 'min_wal_size=32MB', 'max_wal_size=48MB', 'wal_init_zero=on']
  const ground = await lay({ at: disk.folder, settings })
  const publisher = await startPublisher(ground.url)
  const book = emptyBook()
  try {
    await usual(publisher, book)
    for (let round = 0; round < times; round += 1) {
      const what = round % 2 === 0 ? 'a table' : 'the log'
      // Too long to fit into what the pages of the tables have left, and not to be compressed.
      const looked = await publisher.draft(
        what === 'a table' ? randomBytes(66_000).toString('base64') : `On a full disk, round ${round}.`,
      )
      await askOnce(ground.direct(), 'checkpoint')
      disk.fill()
      if (what === 'the log') await askOnce(ground.direct(), 'select pg_switch_wal()').catch(() => undefined)
      tally.count(`${what} cannot grow: ${written(looked, await publisher.publish(looked), book)}`)
      disk.empty()
      if (await restarted(ground, disk.folder)) tally.count('PostgreSQL had to be started again')
      tally.add(await afterwards({ ground, publisher, book, tally }, looked, true))
    }
    return tally.outcome()
  } finally {
    disk.empty()
    await publisher.kill()
    await ground.remove()
    disk.remove()
  }
}

/** A file system of its own in memory; `null` where this user may not mount one. */
function smallDisk() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return null
  }
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w')
      const { bavail, bsize } = statfsSync(folder)
      try {
        for (let left = bavail; left > 0; left -= 1) writeSync(file, Buffer.alloc(bsize, 1))
      } catch {
        // full
      }
      closeSync(file)
    },
    empty: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', [folder], { stdio: 'ignore' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** How long PostgreSQL is given to come back by itself, in tries. */
const TRIES = 75

/**
 * PostgreSQL ends itself when it cannot write its log, and comes back by itself where it can. Where its own recovery ran out of
 * space, its first process may stay and let nobody in: then it is ended and started, as an operator has to.
 *
 * @returns whether that was needed.
 */
async function restarted(ground: Ground, folder: string): Promise<boolean> {
  await pause(1_000)
  const isUp = runningOn(path.join(folder, 'postgres')) !== undefined
  if (!isUp) await ground.start()
  if (await isBack(ground)) return !isUp
  await ground.kill('everything')
  await ground.start()
  return true
}

/** Back when it has answered for a second on end: the process that fails next may be another one. */
async function isBack(ground: Ground): Promise<boolean> {
  for (let [answered, tries] = [0, TRIES]; tries > 0; tries -= 1) {
    answered = await askOnce(ground.direct(), 'select').then(
      () => answered + 1,
      () => 0,
    )
    if (answered === 5) return true
    await pause(200)
  }
  return false
}
