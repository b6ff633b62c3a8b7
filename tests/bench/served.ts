import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort, runningUrl } from '@/lib/operating/embedded-postgres'
import { endOf, startNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'
import { hasText, type TextServer } from './text-server'

/** The one Sluice of a run: a production build with the empty pages of `app/api/bench`, on its own embedded PostgreSQL. */
export type Served = {
  readonly address: string
  /** Its database, for the user that migrates. */
  readonly databaseUrl: string
  /** The launcher's process: the server and the database are among its descendants. */
  readonly pid: number
  /** What the static page of the same bytes is made of. */
  readonly text: TextServer
  /** Seconds from the command to the line that says it is ready: the first start, build included when it was stale … */
  readonly firstStart: number
  /** … and starts with the build and the database there. */
  readonly starts: readonly number[]
  readonly stop: () => Promise<void>
}

/** Starts with the build there that are timed; the last of them serves the run. */
const STARTS = 3

/**
 * Starts Sluice as `npm start` does, some times over.
 *
 * @throws {Error} with all that it said, when it does not start; nothing is left running then.
 */
export async function serveForBench(): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-bench-'))
  chmodSync(folder, 0o755) // PostgreSQL may run as another user than we
  const text = await hasText()
  const clean = () => {
    text.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const port = await freePort()
    let running = await start(folder, port, text.address)
    const firstStart = running.seconds
    const starts: number[] = []
    for (let time = 0; time < STARTS; time += 1) {
      await running.stop()
      running = await start(folder, port, text.address)
      starts.push(running.seconds)
    }
    return {
      address: `http://127.0.0.1:${port}`,
      databaseUrl: runningUrl(path.join(folder, 'postgres'), 'sluice') ?? '',
      pid: running.pid,
      text,
      firstStart,
      starts,
      stop: () => running.stop().finally(clean),
    }
  } catch (error) {
    clean()
    throw error
  }
}

async function start(folder: string, port: number, text: string) {
  const began = performance.now()
  const server = startNode(
    ['--conditions=react-server', inProject('lib/operating/start.mjs')],
    {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: undefined,
      NEXT_DIST_DIR: '.next-bench',
      NEXT_TSCONFIG: '.config/tsconfig.json',
      SLUICE_BENCH: '1',
      COMPUTED_PER_MINUTE: '0',
      LOG_REQUESTS: 'none', // what it says is passed on to who runs this
      SLUICE_BENCH_TEXT: text,
    },
    ['ignore', 'pipe', 'pipe', 'ipc'],
  )
  const ended = endOf(server)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on('data', (data: Buffer) => {
        said += data
        process.stderr.write(data)
        if (said.includes('Sluice is ready at')) resolve()
      })
    }
    ended.then(() => reject(new Error(`Sluice did not start:\n${said}`)))
  })
  return {
    seconds: (performance.now() - began) / 1000,
    pid: server.pid ?? 0,
    stop: async () => {
      server.kill('SIGINT')
      await ended
    },
  }
}
