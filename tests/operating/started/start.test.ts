import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '@/lib/operating/embedded-postgres'
import { root } from '@/lib/operating/root'
import { startThrowAwayPostgres } from '../../support/throw-away-postgres'

let folder = ''
let taken: Server | undefined
/** One that asks for passwords; the server of the tests may trust everyone. */
let postgres: Awaited<ReturnType<typeof startThrowAwayPostgres>>
const children: ChildProcess[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sluice-start-'))
  postgres = await startThrowAwayPostgres()
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

afterAll(async () => {
  taken?.close()
  await postgres.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the command of `npm start` until it ends. It must end by itself before it builds or serves. */
async function startWith(settings: Readonly<Record<string, string>>) {
  const environment = {
    ...process.env,
    DEBUG: '',
    DATABASE_URL: '',
    BASE_URL: '',
    HOST: '',
    PORT: String(await freePort()),
  }
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/operating/start.mjs'], {
    cwd: root,
    env: { ...environment, DATA_DIR: path.join(folder, 'data'), ...settings },
  })
  children.push(child)
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, said: said.trim() }
}

describe('a start that cannot succeed says so in one sentence, and ends with code 1', () => {
  test('when the port is taken', async () => {
    taken = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => taken?.listen(port, '127.0.0.1', () => resolve()))

    expect(await startWith({ PORT: String(port) })).toEqual({
      code: 1,
      said: `Port ${port} of 127.0.0.1 is taken by another program: stop that one, or set PORT to another number.`,
    })
  })

  test('when the host is another machine', async () => {
    expect(await startWith({ HOST: '203.0.113.7' })).toEqual({
      code: 1,
      said: '“203.0.113.7” is no address of this machine: set HOST to one, like 127.0.0.1.',
    })
  })

  test('when the configuration is wrong, all of it', async () => {
    expect(await startWith({ PORT: 'x', TRUSTED_PROXY: 'y' })).toEqual({
      code: 1,
      said: [
        'The configuration is not right:',
        '  - PORT must be a whole number from 1 to 65535, like 3000.',
        '  - TRUSTED_PROXY must be true (a proxy of yours stands in front) or false.',
      ].join('\n'),
    })
  })

  test('when the folder for the database cannot be made', async () => {
    const file = path.join(folder, 'a-file')
    writeFileSync(file, '')
    expect(await startWith({ DATA_DIR: path.join(file, 'data') })).toEqual({
      code: 1,
      said:
        `The database folder ${file}/data cannot be used (ENOTDIR): ` +
        'give this user the right to write there, or set DATA_DIR to another folder.',
    })
  })

  test('when the database is down', async () => {
    const port = await freePort()
    expect(await startWith({ DATABASE_URL: `postgresql://ana:secret@127.0.0.1:${port}/sluice` })).toEqual({
      code: 1,
      said: `No database answers at 127.0.0.1:${port}: start it, or put DATABASE_URL right.`,
    })
  })

  test('when the database refuses the password', async () => {
    const url = postgres.url('postgres').replace(/:[^:@]+@/, ':wrong@')
    const { code, said } = await startWith({ DATABASE_URL: url })
    expect(code).toBe(1)
    expect(said).toMatch(
      /^The database at .* refuses the user “\w+”: check the user and the password in DATABASE_URL\.$/,
    )
  })

  test('when there is no such database', async () => {
    const url = postgres.url('nowhere')
    const { code, said } = await startWith({ DATABASE_URL: url })
    expect(code).toBe(1)
    expect(said).toMatch(/^There is no database “nowhere” at .*: create it, or put DATABASE_URL right\.$/)
  })
})
