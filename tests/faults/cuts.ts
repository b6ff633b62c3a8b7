import { setTimeout as pause } from 'node:timers/promises'
import { type Fault, type Outcome, Tally, type Trial } from './fault'
import type { Ground } from './ground'
import { afterwards, emptyBook, usual, written } from './rounds'

/** The line to the database is cut while a revision is published, and mended after a moment. */
export const lineCut: Fault = {
  name: 'line-cut',
  tells: 'the line to the database cut in the middle of a publication',
  times: 30,
  run: (trial) => disturbed(trial, CUTS),
}

/** Nothing arrives any more and nobody is told: the database goes on holding what the lost transaction holds. */
export const lineSwallows: Fault = {
  name: 'line-swallows',
  tells: 'packets dropped without a word in the middle of a publication',
  times: 6,
  run: (trial) => disturbed(trial, SWALLOWS),
}

/** Every statement takes more than half a second, as over a bad line: slow is not wrong. */
export const lineSlow: Fault = {
  name: 'line-slow',
  tells: 'the line to the database 300 ms long, each way',
  times: 5,
  run: (trial) => disturbed(trial, SLOW),
}

/** The whole database stands still in the middle of a publication, for longer than anybody waits, and goes on. */
export const databaseFrozen: Fault = {
  name: 'database-frozen',
  tells: 'PostgreSQL stopped in its tracks in the middle of a publication, and let go on',
  times: 4,
  run: (trial) => disturbed(trial, FREEZES),
}

type Disturbance = {
  readonly how: string
  /** What it does once armed; `over` is called when it is over and the database can be asked again. */
  readonly arm: (ground: Ground, random: number, took: number) => Promise<void>
}

/** Does something at the statement that is about to pass, and resolves when it is over. */
function at(
  bytes: string,
  passes: 'pass' | 'drop',
  strike: (ground: Ground, random: number) => Promise<void>,
): Disturbance['arm'] {
  return (ground, random) =>
    new Promise((resolve, reject) =>
      ground.line.once(bytes, () => {
        // After what passes has left, and before what comes back arrives.
        if (passes === 'pass') setImmediate(() => strike(ground, random).then(resolve, reject))
        else strike(ground, random).then(resolve, reject)
        return passes
      }),
    )
}

async function cutAWhile({ line }: Ground, random: number): Promise<void> {
  line.cut()
  await pause(random * 3_000)
  line.mend()
}

async function swallowAWhile({ line }: Ground): Promise<void> {
  line.swallow()
  await pause(2_000)
  line.mend()
}

/** Longer than a question is waited for, and then than what takes it back would be. */
async function freezeAWhile(ground: Ground, random: number): Promise<void> {
  ground.freeze()
  await pause(22_000 + random * 22_000)
  ground.thaw()
}

const CUTS: readonly Disturbance[] = [
  { how: 'before COMMIT arrives', arm: at('COMMIT', 'drop', cutAWhile) },
  { how: 'before its answer arrives', arm: at('COMMIT', 'pass', cutAWhile) },
  {
    how: 'at any moment',
    arm: async (ground, random, took) => {
      await pause(random * took)
      await cutAWhile(ground, random)
    },
  },
]

const SWALLOWS: readonly Disturbance[] = [
  { how: 'with the revision written', arm: at('"publication"', 'pass', swallowAWhile) },
  { how: 'with COMMIT', arm: at('COMMIT', 'drop', swallowAWhile) },
  { how: 'with the answer to COMMIT', arm: at('COMMIT', 'pass', swallowAWhile) },
]

const FREEZES: readonly Disturbance[] = [
  { how: 'with the revision written', arm: at('"publication"', 'pass', freezeAWhile) },
  { how: 'at COMMIT', arm: at('COMMIT', 'pass', freezeAWhile) },
]

const SLOW: readonly Disturbance[] = [
  {
    how: 'from beginning to end',
    arm: async ({ line }) => line.slow(300),
  },
]

async function disturbed({ times, random, lay, hire }: Trial, disturbances: readonly Disturbance[]): Promise<Outcome> {
  const tally = new Tally()
  const book = emptyBook()
  const ground = await lay()
  const publisher = await hire(ground.url)
  let longest = 0
  try {
    const took = await usual(publisher, book)
    for (let round = 0; round < times; round += 1) {
      const looked = await publisher.draft(`Disturbed, round ${round}.`)
      const { how, arm } = disturbances[round % disturbances.length] as Disturbance
      const over = arm(ground, random(), took)
      const began = performance.now()
      tally.count(`${how}: ${written(looked, await publisher.publish(looked), book)}`)
      longest = Math.max(longest, performance.now() - began)
      await over
      tally.add(await afterwards({ ground, publisher, book, tally }, looked, true))
    }
    tally.note(`told after ${(longest / 1000).toFixed(1)} s at most`)
    return tally.outcome()
  } finally {
    await publisher.leave()
    await ground.remove()
  }
}
