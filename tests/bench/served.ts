import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { endOf, startNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'

export type Served = {
  readonly address: string
  /** Seconds from the command to the line that says it is ready, build included when it was stale. */
  readonly firstStart: number
  readonly secondStart: number
  readonly stop: () => Promise<void>
}

const PORT = 4790

/** Starts Sluice as `npm start` does, twice, from a build that also has the empty pages of `app/api/bench`. */
export async function serveForBench(): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-bench-'))
  chmodSync(folder, 0o755) // PostgreSQL may run as another user than we
  const first = await start(folder)
  await first.stop()
  const second = await start(folder)
  return {
    address: `http://127.0.0.1:${PORT}`,
    firstStart: first.seconds,
    secondStart: second.seconds,
    stop: async () => {
      await second.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function start(folder: string) {
  const began = performance.now()
  const server = startNode(
    ['--conditions=react-server', inProject('lib/operating/start.mjs')],
    {
      PORT: String(PORT),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      NEXT_DIST_DIR: '.next-bench',
      NEXT_TSCONFIG: '.config/tsconfig.json',
      SLUICE_BENCH: '1',
    },
    ['ignore', 'pipe', 'inherit', 'ipc'],
  )
  const ended = endOf(server)
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (data: Buffer) => {
      said += data
      if (said.includes('Sluice is ready at')) resolve()
    })
    ended.then(() => reject(new Error(`Sluice did not start:\n${said}`)))
  })
  return {
    seconds: (performance.now() - began) / 1000,
    stop: async () => {
      server.kill('SIGINT')
      await ended
    },
  }
}
