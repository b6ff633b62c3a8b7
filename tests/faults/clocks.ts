import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { dayInBeijing } from '@/lib/contract/beijing'
import { freePort } from '@/lib/operating/embedded-postgres'
import { inProject } from '@/lib/operating/root'
import { askOnce } from '../support/ask-once'
import { startSluice } from '../support/sluice'
import { type Fault, type Outcome, Tally, type Trial } from './fault'
import { startPublisher } from './publishing'
import { afterwards, emptyBook, written } from './rounds'

const DAY = 86_400_000
const JUMPS = [DAY, -DAY, 365 * DAY, -365 * DAY, 0] as const

/** The clock of the process that publishes jumps between publications, and in the middle of them. */
export const clockJumps: Fault = {
  name: 'clock-jumps',
  tells: 'the clock of the application a day and a year ahead and behind, around publications',
  times: 20,
  run: publishWithBadClock,
}

/** The clock of a server jumps while it is read, and midnight passes in Beijing: “now” is the day that it is. */
export const midnight: Fault = {
  name: 'midnight',
  tells: 'midnight passing in Beijing, and jumps of the clock, under a server that is read',
  times: 6,
  run: readAcrossMidnight,
}

async function publishWithBadClock({ times, random, lay }: Trial): Promise<Outcome> {
  const tally = new Tally()
  const book = emptyBook()
  const clock = aClock()
  const ground = await lay()
  const publisher = await startPublisher(ground.url, clock.settings)
  try {
    for (let round = 0; round < times; round += 1) {
      const jump = JUMPS[round % JUMPS.length] ?? 0
      const looked = await publisher.draft(`At another time, round ${round}.`)
      const jumped = pause(random() * 60).then(() => clock.set(jump))
      const told = await publisher.publish(looked)
      await jumped
      await pause(30) // the process reads its clock anew
      tally.count(written(looked, told, book))
      const [today, expected] = [await publisher.today(), dayInBeijing(new Date(Date.now() + jump))]
      const [late] = await askOnce(
        ground.direct(),
        `select number from revision where number > 1 and abs(extract(epoch from recorded_at - now())) > 900`,
      )
      tally.add([
        ...(told.end === 'acknowledged' ? [] : [`not published: ${JSON.stringify(told)}`]),
        ...(today === expected ? [] : [`today is ${today}, and has to be ${expected}`]),
        ...(late === undefined ? [] : [`revision ${late['number']} is recorded at the time of a bad clock`]),
        ...(await afterwards({ ground, publisher, book, tally }, looked, round === times - 1)),
      ])
    }
    return tally.outcome()
  } finally {
    await publisher.kill()
    await ground.remove()
    clock.remove()
  }
}

async function readAcrossMidnight({ times, lay }: Trial): Promise<Outcome> {
  const tally = new Tally()
  const clock = aClock()
  const ground = await lay()
  process.env['NEXT_DIST_DIR'] ??= '.next'
  const [port, log] = [String(await freePort()), inProject('.cache/faults/clock.log')]
  const server = await startSluice({ host: '127.0.0.1', port, databaseUrl: ground.url, log, settings: clock.settings })
  try {
    for (let round = 0; round < times; round += 1) {
      const jump = JUMPS[round % JUMPS.length] ?? 0
      // So that in three seconds it is midnight in Beijing, on the day that the jump leads to.
      const ahead = jump + untilMidnight(Date.now() + jump) - 3_000
      clock.set(ahead)
      await pause(50)
      const before = await dayOfNow(server.address)
      const expected = dayInBeijing(new Date(Date.now() + ahead))
      await pause(3_500)
      const after = await dayOfNow(server.address)
      const next = dayInBeijing(new Date(Date.now() + ahead))
      tally.count(`from ${expected} to ${next}`)
      const days = `“now” was ${before} and then ${after}, and had to be ${expected} and ${next}`
      tally.add(before === expected && after === next && expected !== next ? [] : [days])
    }
    return tally.outcome()
  } finally {
    await server.stop().catch((error: unknown) => tally.wrong.push(String(error)))
    await ground.remove()
    clock.remove()
  }
}

/** Milliseconds from an instant to the next midnight in Beijing, which is eight hours ahead of UTC all year. */
function untilMidnight(instant: number): number {
  return DAY - ((instant + 8 * 3_600_000) % DAY)
}

/** The day that “now” is, by the page that a server gives for it. */
async function dayOfNow(address: string): Promise<string> {
  const answer = await fetch(`${address}/`, { redirect: 'manual' })
  await answer.arrayBuffer()
  return (
    /^\/r\/\d+\/(\d{4}-\d\d-\d\d)\//.exec(answer.headers.get('x-middleware-rewrite') ?? '')?.[1] ?? `${answer.status}`
  )
}

/** A clock that can be set while processes go by it, and what makes them do so. */
function aClock() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-clock-'))
  const file = path.join(folder, 'ahead')
  const set = (ms: number) => {
    writeFileSync(`${file}.new`, String(ms))
    renameSync(`${file}.new`, file)
  }
  set(0)
  const preload = pathToFileURL(inProject('tests/faults/clock.mjs')).href
  return {
    set,
    settings: { SLUICE_FAULTS_CLOCK: file, NODE_OPTIONS: `--import ${preload}` },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
