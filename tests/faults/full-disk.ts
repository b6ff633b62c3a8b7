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

const MEGABYTES = 220

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
      await restartIfEnded(ground, disk.folder)
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

/** PostgreSQL ends itself when it cannot write its log, and comes back by itself where it can. */
async function restartIfEnded(ground: Ground, folder: string): Promise<void> {
  const isUp = () => runningOn(path.join(folder, 'postgres')) !== undefined
  await pause(1_000)
  if (!isUp()) await ground.start()
  for (let patience = 0; patience < 100; patience += 1) {
    if (
      await askOnce(ground.direct(), 'select').then(
        () => true,
        () => false,
      )
    )
      return
    await pause(200)
  }
}
