import { type Fault, type Outcome, Tally, type Trial } from './fault'
import type { Ground } from './ground'
import { afterwards, emptyBook, usual, written } from './rounds'

/** PostgreSQL is killed while a revision is published, and started again: the publisher goes on without being restarted. */
export const databaseKilled: Fault = {
  name: 'database-killed',
  tells: 'PostgreSQL killed in the middle of a publication',
  times: 50,
  run: (trial) => killedWhilePublishing(trial, 'database'),
}

/** The process that publishes is killed likewise. */
export const applicationKilled: Fault = {
  name: 'application-killed',
  tells: 'the application killed in the middle of a publication',
  times: 50,
  run: (trial) => killedWhilePublishing(trial, 'application'),
}

type Moment = {
  readonly at: string
  readonly arm: (ground: Ground, took: number, kill: () => void, random: number) => void
}

/** When the kill comes: right around what commits a publication, which the short form has, or at any moment of one and a little after it. */
const MOMENTS: readonly Moment[] = [
  {
    at: 'as COMMIT is sent',
    arm: ({ line }, _, kill) =>
      line.once('COMMIT', () => {
        kill()
        return 'pass'
      }),
  },
  {
    at: 'just after COMMIT',
    arm: ({ line }, _, kill, random) =>
      line.once('COMMIT', () => {
        setTimeout(kill, random * 4)
        return 'pass'
      }),
  },
  { at: 'at any moment', arm: (_, took, kill, random) => setTimeout(kill, random * took * 1.2) },
]

/** Every so many rounds all hashes are computed anew, and after the last one. */
const THOROUGH = 10

async function killedWhilePublishing(
  { times, random, lay, hire }: Trial,
  whom: 'database' | 'application',
): Promise<Outcome> {
  const tally = new Tally()
  const book = emptyBook()
  const ground = await lay()
  let publisher = await hire(ground.url)
  try {
    const took = await usual(publisher, book)
    tally.note(`a publication took ${took.toFixed(0)} ms undisturbed`)
    for (let round = 0; round < times; round += 1) {
      const looked = await publisher.draft(`Killed, round ${round}.`)
      const { at, arm } = MOMENTS[round % MOMENTS.length] as Moment
      const killed = new Promise<void>((resolve, reject) => {
        const whole = random() < 0.5 ? 'everything' : 'postmaster'
        const kill = () => (whom === 'database' ? ground.kill(whole) : publisher.kill()).then(resolve, reject)
        arm(ground, took, kill, random())
      })
      const answered = publisher.publish(looked)
      // Who kills PostgreSQL starts it again at once: whoever publishes may be told only then what became of it.
      await killed
      if (whom === 'database') await ground.start()
      tally.count(`${at}: ${written(looked, await answered, book)}`)
      if (whom === 'application') publisher = await hire(ground.url)
      const thorough = round % THOROUGH === THOROUGH - 1 || round === times - 1
      tally.add(await afterwards({ ground, publisher, book, tally }, looked, thorough))
    }
    return tally.outcome()
  } finally {
    await publisher.leave()
    await ground.remove()
  }
}
