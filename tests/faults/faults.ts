import { stopChildren } from '@/lib/operating/processes'
import { onStop, stop } from '@/lib/operating/stopping.mjs'
import { clockJumps, midnight } from './clocks'
import { databaseFrozen, lineCut, lineSlow, lineSwallows } from './cuts'
import type { Fault, Outcome, Trial } from './fault'
import { diskFull } from './full-disk'
import { layGround } from './ground'
import { applicationKilled, databaseKilled } from './kills'
import { migrationKilled } from './migrations'
import { type Publisher, startPublisher } from './publishing'
import { databaseAway } from './reading'
import { rivals } from './rivals'
import { seeded } from './seeded'

/**
 * Every fault, and how often the short form tries it, which is a part of `npm test`: there all stand on one database. What
 * stands still for long, and what needs a disk, a server or processes of its own, is for the full form.
 */
const FAULTS: readonly (readonly [fault: Fault, short: number])[] = [
  [rivals, 2], // the two processes of these do for all that follow: where one is killed, the other one goes on
  [databaseKilled, 1],
  [applicationKilled, 1],
  [lineCut, 1],
  [clockJumps, 0],
  [migrationKilled, 0],
  [lineSlow, 0],
  [lineSwallows, 0],
  [databaseFrozen, 0],
  [diskFull, 0],
  [databaseAway, 0],
  [midnight, 0],
]

/** `npm run faults`: tries every fault as often as the full form does, and tells what was survived and what was lost. */
export async function faults(words: readonly string[]): Promise<void> {
  const { seed, times, only, short } = read(words)
  const meant = FAULTS.filter(([{ name }, few]) => (only ?? [name]).includes(name) && (!short || few > 0))
  if (meant.length === 0) throw new Error(`--only must name one of ${FAULTS.map(([{ name }]) => name).join(', ')}.`)
  onStop(() => stopChildren())
  console.log(`seed ${seed}`)
  const shared = short ? await oneGround() : { lay: layGround, hire: startPublisher, leave: () => undefined }
  const { lay, hire, leave } = shared
  const outcomes: (readonly [Fault, Outcome])[] = []
  for (const [fault, few] of meant) {
    const trial = { times: times ?? (short ? few : fault.times), random: seeded(seed), lay, hire }
    outcomes.push([fault, await tell(fault, trial)])
  }
  await leave()
  console.log()
  console.table(Object.fromEntries(outcomes.map(([{ name }, outcome]) => [name, rowOf(outcome)])))
  await stop(outcomes.every(([, { wrong, lost }]) => wrong.length === 0 && lost === 0) ? 0 : 1)
}

async function tell(fault: Fault, trial: Trial): Promise<Outcome> {
  const began = performance.now()
  const outcome = await fault.run(trial)
  const seconds = (performance.now() - began) / 1000
  console.log(`\n${fault.tells} (${seconds.toFixed(0)} s)`)
  for (const sentence of outcome.notes) console.log(`  ${sentence}`)
  for (const sentence of outcome.wrong) console.log(`  WRONG ${sentence}`)
  return outcome
}

/** One PostgreSQL for all, and processes that stay for whoever needs one next: starting them is most of what it costs. */
async function oneGround() {
  const ground = await layGround()
  const idle: Publisher[] = []
  const hire = async (url: string): Promise<Publisher> => {
    const one = idle.pop() ?? (await startPublisher(url))
    return { ...one, leave: async () => void idle.push(one) }
  }
  async function leave(): Promise<void> {
    await Promise.all(idle.map((one) => one.kill()))
    await ground.remove()
  }
  return { lay: async () => ({ ...ground, remove: async () => undefined }), hire, leave }
}

function rowOf({ tried, survived, acknowledged, lost }: Outcome) {
  return { tried, survived, acknowledged, 'acknowledged lost': lost }
}

function read(words: readonly string[]) {
  const of = (name: string) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
  const seed = Number(of('seed') ?? Math.floor(Math.random() * 2 ** 31))
  const times = of('times') === undefined ? undefined : Number(of('times'))
  if (!Number.isSafeInteger(seed)) throw new Error('--seed must be a whole number.')
  if (times !== undefined && !(Number.isSafeInteger(times) && times > 0)) throw new Error('--times must be 1 or more.')
  return { seed, times, only: of('only')?.split(','), short: words.includes('--short') }
}
