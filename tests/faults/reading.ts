import pg from 'pg'
import { freePort } from '@/lib/operating/embedded-postgres'
import { inProject } from '@/lib/operating/root'
import { askOnce } from '../support/ask-once'
import { startSluice } from '../support/sluice'
import { type Fault, type Outcome, Tally, type Trial } from './fault'
import type { Ground } from './ground'
import { settled, untilBack, whileAway } from './readers'

/** What happens to the database under a server that readers read, and how it ends. */
type Absence = {
  readonly how: string
  readonly begin: (ground: Ground) => Promise<() => Promise<void>>
}

const ABSENCES: readonly Absence[] = [
  {
    how: 'line cut',
    begin: async ({ line }) => {
      line.cut()
      return async () => line.mend()
    },
  },
  {
    how: 'packets dropped',
    begin: async ({ line }) => {
      line.swallow()
      return async () => line.mend()
    },
  },
  {
    how: 'database frozen',
    begin: async (ground) => {
      ground.freeze()
      return async () => ground.thaw()
    },
  },
  {
    how: 'database killed',
    begin: async (ground) => {
      await ground.kill('everything')
      return ground.start
    },
  },
  { how: 'no connection left', begin: takeEveryConnection },
  { how: 'tables locked', begin: lockTheRecord },
]

/** A server is read while its database is away in each of these ways, and afterwards; it is never started again. */
export const databaseAway: Fault = {
  name: 'database-away',
  tells: 'readers while the database is cut off, silent, frozen, killed, full of connections or locked',
  times: 12,
  run: readWhileAway,
}

async function readWhileAway({ times, lay }: Trial): Promise<Outcome> {
  const tally = new Tally()
  const ground = await lay()
  process.env['NEXT_DIST_DIR'] ??= '.next'
  const log = inProject('.cache/faults/server.log')
  const port = String(await freePort())
  const server = await startSluice({ host: '127.0.0.1', port, databaseUrl: ground.url, log })
  try {
    for (let round = 0; round < times; round += 1) {
      const { how, begin } = ABSENCES[round % ABSENCES.length] as Absence
      await settled(server.address)
      const end = await begin(ground)
      const first = await whileAway(server.address)
      const second = await whileAway(server.address)
      await end()
      const back = await untilBack(server.address)
      tally.add([...first.wrong, ...second.wrong, ...back.wrong].map((sentence) => `${how}: ${sentence}`))
      tally.note(
        `${how}: answered after ${seconds(first.slowest)} at most, then ${seconds(second.slowest)}; back after ${seconds(back.ms)}`,
      )
    }
    return tally.outcome()
  } finally {
    await server.stop().catch(() => tally.note(`the server complained while its database was away: see ${log}`))
    await ground.remove()
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Others hold every connection that the server of the database gives out, and the application's are ended. */
async function takeEveryConnection(ground: Ground): Promise<() => Promise<void>> {
  const held: pg.Client[] = []
  async function hold(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: ground.direct() })
    client.on('error', () => undefined)
    await client.connect()
    held.push(client)
    return client
  }
  const first = await hold()
  const holding = setInterval(() => hold().catch(() => undefined), 5) // whatever becomes free is taken
  await first.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name = ''`,
  )
  for (let isFull = false; !isFull; ) {
    isFull = await hold().then(
      () => false,
      () => true,
    )
  }
  return async () => {
    clearInterval(holding)
    await Promise.all(held.map((client) => client.end().catch(() => undefined)))
  }
}

/** Whoever asks anything of the record waits, and soon every connection of the application does. */
async function lockTheRecord(ground: Ground): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: ground.direct() })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query('lock table revision in access exclusive mode')
  return async () => {
    await client.query('rollback')
    await client.end()
    await askOnce(ground.direct(), 'select')
  }
}
