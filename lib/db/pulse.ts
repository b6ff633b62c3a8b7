import pg from 'pg'
import { DatabaseAway } from './away'
import { within } from './within'

/** Whether a server of a database answers anything at all. */
export type Pulse = {
  /** @throws {DatabaseAway} when it does not answer soon. */
  readonly felt: () => Promise<void>
  readonly end: () => Promise<void>
}

/** An answer is waited for so long before it is asked whether any may come, and that question so long, in milliseconds. */
const PATIENCE = { answerMs: 1_500, pulseMs: 3_000 }

/**
 * Feels for the server behind a pool over a connection of its own, which is made when it is first needed: that all others are
 * taken by long questions says nothing. However many ask, one question is under way at a time.
 */
export function pulseOf({ options }: pg.Pool, { pulseMs } = PATIENCE): Pulse {
  let own: pg.Pool | undefined
  let feeling: Promise<void> | null = null

  async function ask(): Promise<void> {
    own ??= silent(new pg.Pool({ ...options, max: 1, connectionTimeoutMillis: pulseMs, query_timeout: pulseMs }))
    await own.query('select from revision limit 1')
  }

  async function feel(): Promise<void> {
    try {
      if ((await within(ask(), pulseMs)) === null) throw new Error('nothing is answered')
    } catch (error) {
      throw new DatabaseAway(error)
    }
  }

  return {
    felt() {
      feeling ??= feel().finally(() => {
        feeling = null
      })
      return feeling
    },
    end: async () => own?.end(),
  }
}

/**
 * Waits for an answer while the server is there to give it, however long that takes. A server that has stopped, or behind a line
 * on which everything is lost, would else be waited for until the question runs out of its time.
 *
 * @throws {DatabaseAway} when it does not answer anything any more.
 */
export async function whileItAnswers<Answer>(
  answer: Promise<Answer>,
  { felt }: Pick<Pulse, 'felt'>,
  { answerMs } = PATIENCE,
): Promise<Answer> {
  for (;;) {
    const came = await within(answer, answerMs)
    if (came !== null) return came.value
    await felt()
  }
}

function silent(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
