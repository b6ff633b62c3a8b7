import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, kept } from '@/lib/db/client'
import { readConfiguration } from '@/lib/operating/configuration'
import { makeFirstPeople } from '@/lib/operating/first-people'
import { greetingOf } from '@/lib/operating/greeting'
import { doWithPeople } from '@/lib/operating/people-tasks'
import { readTask } from '@/lib/operating/people-words'
import { secretOf } from '@/lib/operating/secret'
import { aDatabase, useDatabase } from '../../support/database'

let url = ''

beforeAll(async () => {
  url = await useDatabase('tables')
})

afterAll(closeDatabase)

const run = (...words: string[]) => doWithPeople(url, readTask(words), 'https://sluice.example')

describe('the first start on the embedded database', () => {
  test('makes nobody on a database of the operator’s, and tells nothing', async () => {
    expect(await greetingOf({ databaseUrl: url }, url, 'http://localhost:3000')).toBeNull()
    expect(await kept().editors.prisma.person.count()).toBe(0)
  })

  test('tells the passwords once, as they are made', async () => {
    const other = await aDatabase('tables')
    const told = await greetingOf({ databaseUrl: null }, other, 'http://localhost:3000')
    const password = '([a-z2-9]{4}-){3}[a-z2-9]{4}'
    expect(told).toMatch(
      new RegExp(
        `http://localhost:3000/admin .*\n {4}editor@sluice\\.local {4}${password}\n {4}reviewer@sluice\\.local  ${password}$`,
      ),
    )
    expect(await greetingOf({ databaseUrl: null }, other, 'http://localhost:3000')).toBeNull()
  })

  test('makes an editor and a reviewer with passwords for once, and later nobody', async () => {
    const first = await makeFirstPeople(url)
    expect(first.map(({ email }) => email)).toEqual(['editor@sluice.local', 'reviewer@sluice.local'])
    expect(new Set(first.map(({ password }) => password)).size).toBe(2)
    expect(first.every(({ password }) => /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/.test(password))).toBe(true)
    expect(await makeFirstPeople(url)).toEqual([])

    const rows = await kept().editors.prisma.person.findMany({ include: { accounts: true }, orderBy: { email: 'asc' } })
    expect(rows.map(({ role, mustChangePassword }) => [role, mustChangePassword])).toEqual([
      ['editor', true],
      ['reviewer', true],
    ])
    expect(JSON.stringify(rows)).not.toContain(first[0]?.password)
  })
})

describe('the command', () => {
  test('adds somebody with a password for once, and logs it', async () => {
    const said = await run('add', 'Ada@Example.org', '--role', 'admin', '--name', 'Ada')
    const [, password = ''] = /\n {2}(\S+)$/.exec(said) ?? []
    expect(said).toContain('Ada may sign in as ada@example.org (admin).')

    const { prisma } = kept().editors
    const person = await prisma.person.findUnique({ where: { email: 'ada@example.org' } })
    expect(person).toMatchObject({ role: 'admin', mustChangePassword: true })
    const logged = await prisma.auditEntry.findMany({ where: { subject: person?.id ?? '' } })
    expect(logged.map(({ act, detail }) => ({ act, detail }))).toEqual([
      { act: 'person.added', detail: { role: 'admin', by: 'command' } },
    ])
    expect(JSON.stringify(logged, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      password,
    )
    await expect(run('add', 'ada@example.org', '--role', 'admin', '--name', 'Ada')).rejects.toThrow(
      'belongs to somebody',
    )
  })

  test('gives roles, disables, enables and renews a password, and signs out with it', async () => {
    const { prisma } = kept().editors
    expect(await run('role', 'editor@sluice.local', 'reviewer')).toBe('First editor is reviewer from now on.')
    const person = await prisma.person.findUniqueOrThrow({ where: { email: 'editor@sluice.local' } })
    const session = { id: 's', token: 't', userId: person.id, expiresAt: new Date(Date.now() + 60_000) }
    await prisma.session.create({ data: session })
    expect(await run('password', 'editor@sluice.local')).toMatch(/signed out everywhere/)
    expect(await prisma.session.count()).toBe(0)

    await run('disable', 'editor@sluice.local')
    expect(await run('list')).toContain('editor@sluice.local    reviewer  First editor    disabled')
    await run('enable', 'editor@sluice.local')
    expect(await run('list')).not.toContain('disabled')
  })

  test('does not take the last admin away', async () => {
    await expect(run('disable', 'ada@example.org')).rejects.toThrow('Nobody would be left who can manage people')
    await expect(run('role', 'ada@example.org', 'viewer')).rejects.toThrow('Nobody would be left')
    await expect(run('role', 'nobody@example.org', 'viewer')).rejects.toThrow('Nobody has the address')
  })

  test('tells an invitation’s link', async () => {
    expect(await run('invite', 'eve@example.org', '--role', 'viewer')).toMatch(
      /once, for 7 days:\n {2}https:\/\/sluice\.example\/admin\/join\/[\w-]{32}$/,
    )
  })

  test.for([
    [],
    ['add', 'a@example.org'],
    ['add', 'a@example.org', '--role', 'admin'],
    ['list', 'everybody'],
    ['disable', 'a@example.org', 'b@example.org'],
    ['delete', 'a@example.org'],
    ['list', '--all'],
  ])('says how it is used instead of doing %j', (words) => {
    expect(() => readTask(words)).toThrow(/^(Say what to do with people|Say a role)/)
  })
})

test('the secret is made once, for this user alone, unless the operator has one', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-secret-'))
  const read = readConfiguration({ DATA_DIR: path.join(folder, 'data') })
  if (!read.ok) throw new Error('no configuration')
  const secret = secretOf(read.value)

  expect(secret.length).toBeGreaterThan(32)
  expect(secretOf(read.value)).toBe(secret)
  expect(statSync(path.join(folder, 'data', 'sluice.secret')).mode & 0o777).toBe(0o600)
  expect(secretOf({ ...read.value, secret: 'the operator’s own' })).toBe('the operator’s own')
  rmSync(folder, { recursive: true })
})
