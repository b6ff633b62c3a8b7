import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '@/lib/operating/embedded-postgres'
import { copyInto } from '@/lib/operating/image/write-image'
import { startThrowAwayPostgres } from '../support/throw-away-postgres'

/** Nobody in particular: where this runs as root, the container's program runs as another user, as it does in a container. */
const NOBODY = 65_534
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** What no import names, and is read by its path: each is missed only when it is asked for. */
const READ_BY_PATH = [
  '/r/1/2025-10-09/matrix/og.png',
  '/api/docs/viewer/swagger-ui.css',
  '/icon.svg',
  '/r/1/2025-10-09/matrix.xlsx',
  '/zh/r/1/2025-10-09/materials/Dy',
  '/api/v1/openapi.json',
]

test('what a container is given is enough to serve, to somebody who may write nothing', async () => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-image-'))
  const postgres = await startThrowAwayPostgres()
  try {
    const { bytes } = await copyInto(folder)
    expect(bytes).toBeLessThan(150e6)
    readOnly(folder)
    const port = await freePort()
    const server = start(folder, port, postgres.url('postgres'))
    try {
      await server.ready
      await answersEverything(`http://127.0.0.1:${port}`)
      server.end('SIGTERM')
      expect(await server.ended).toEqual({ code: 0, said: '' })
    } finally {
      server.end('SIGKILL')
    }
  } finally {
    await postgres.remove()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function answersEverything(address: string): Promise<void> {
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect(await (await fetch(address)).text()).toContain('<table')
  for (const place of READ_BY_PATH) expect((await fetch(`${address}${place}`)).status, place).toBe(200)
}

/** As a read-only file system is to the program; what `chmod` cannot do to root, another user does. */
function readOnly(folder: string): void {
  chmodSync(folder, 0o555)
}

/** Starts what the container starts, with what a container is told and nothing else of this environment. */
function start(folder: string, port: number, databaseUrl: string) {
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/operating/start.mjs'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      // Not there: whoever writes a temporary file fails.
      TMPDIR: path.join(folder, 'nowhere'),
      HOME: path.join(folder, 'nowhere'),
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      SLUICE_SECRET: 'a secret of thirty-two characters or more',
      BASE_URL: 'https://sluice.example',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...asNobody,
  })
  let said = ''
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) =>
      resolve({ code, said: said.replace(/^[\s\S]*Sluice is ready at.*\n|\nStopping …\n/g, '') }),
    ),
  )
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += data
        if (said.includes('Sluice is ready at')) resolve()
      })
    }
    ended.then(() => reject(new Error(`It did not start:\n${said}`)))
  })
  return { ready, ended, end: (signal: NodeJS.Signals) => child.kill(signal) }
}
