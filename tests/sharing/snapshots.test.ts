import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { GET as fileOf } from '@/app/(en)/s/[snapshot]/file/[file]/route'
import { statusOf } from '@/lib/contract/refusal'
import { idsOf } from '@/lib/contract/snapshot-id'
import { closeDatabase, kept } from '@/lib/db/client'
import { noteSnapshot, snapshotsForEditors } from '@/lib/editing/snapshot-notes'
import { canonicalJson, digestOf } from '@/lib/formats/canonical'
import { countBytes, FREEZE_LIMITS, mayFreeze } from '@/lib/sharing/limits'
import { heldSnapshot, keepSnapshot, notesOnSnapshot, snapshotOf } from '@/lib/sharing/snapshots'
import { openSql, type Sql } from '../db/sql'
import { ana, vera } from '../editing/desk'
import { makeAccounts } from '../support/accounts'
import { useDatabase } from '../support/database'
import { anExhibit } from '../support/exhibits'

let owner: Sql

beforeAll(async () => {
  process.env['SLUICE_SECRET'] = 'a secret of the tests that is long enough'
  process.env['BASE_URL'] = ''
  const url = await useDatabase('record')
  await makeAccounts(url)
  owner = await openSql(url)
})

afterAll(async () => {
  await owner.close()
  await closeDatabase()
})

describe('what is frozen', () => {
  test('is kept once under the beginning of its digest, whoever freezes it and when', async () => {
    const exhibit = anExhibit()
    const digest = digestOf(exhibit)
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => keepSnapshot({ ...exhibit })))
    const all = [first, ...others]
    expect(all.filter((one) => one?.isNew)).toHaveLength(1)
    expect(new Set(all.map((one) => one?.id))).toEqual(new Set([idsOf(digest)[0]]))
    expect(first?.digest).toBe(digest)

    for (const name of [first?.id ?? '', digest]) {
      const read = await snapshotOf(name)
      expect(read).toMatchObject({ ok: true, value: { id: first?.id, digest, payload: exhibit, notes: 0 } })
      expect(read.ok && read.value.text).toBe(canonicalJson(exhibit))
    }
  })

  test('has another id as soon as one word of it is another', async () => {
    const { id } = await keepSnapshot(anExhibit({ title: 'Another title' }))
    expect(id).not.toBe((await keepSnapshot(anExhibit())).id)
  })

  test('has a longer id where the short one is taken', async () => {
    const exhibit = anExhibit({ title: 'It wants an id that is taken' })
    const [short = '', longer = ''] = idsOf(digestOf(exhibit))
    await owner.run(
      `insert into snapshot (digest, id, payload, view, address, revision)
       values (encode(sha256('{}'), 'hex'), $1, '{}', 'matrix', '/r/1/2025-11-08/matrix', 1)`,
      [short],
    )
    expect(await keepSnapshot(exhibit)).toMatchObject({ id: longer, isNew: true })
    expect(await keepSnapshot(exhibit)).toMatchObject({ id: longer, isNew: false })
  })

  test('is not there under an id that nobody has', async () => {
    const [id = ''] = idsOf('ab'.repeat(32))
    const read = await snapshotOf(id)
    expect(read.ok ? 200 : statusOf(read.refusal)).toBe(404)
    expect(read).toMatchObject({ refusal: { problems: [{ why: 'unknown-snapshot', value: id }], nearest: null } })
  })
})

describe('nobody can change what is frozen', () => {
  const AWAY = 'z'.repeat(17)

  const WRITES = [
    "update snapshot set payload = '{}'",
    "update snapshot set made_at = now() - interval '1 year'",
    'delete from snapshot',
    'truncate snapshot cascade',
    "update snapshot_note set title = 'x'",
    'delete from snapshot_note',
    'truncate snapshot_note',
  ]

  test.for(WRITES)('%s: neither the owner nor a role', async (sql) => {
    const { id } = await keepSnapshot(anExhibit())
    if (sql.includes('note')) await noteSnapshot(ana, { id, seen: 0, title: 'A note', note: '' })
    expect((await owner.refusal(sql)).code).toBe('23001')
    for (const role of ['sluice_sharing', 'sluice_reader', 'sluice_application']) {
      expect((await owner.refusal(`set local role ${role}; ${sql}`)).code).toBe('42501')
    }
  })

  test('who freezes can neither read drafts nor write the record', async () => {
    for (const sql of ['select * from draft', 'select * from person', 'insert into source values (1, 1)']) {
      expect((await owner.refusal(`set local role sluice_sharing; ${sql}`)).code).toBe('42501')
    }
  })

  test('bytes under a digest that they do not have cannot be stored', async () => {
    const forged = `insert into snapshot (digest, id, payload, view, address, revision)
      values (repeat('a', 64), 'xxxxxxxxxxxxxxxxx', '{}', 'matrix', '/', 1)`
    expect(await owner.refusal(forged)).toMatchObject({ constraint: 'a_digest_is_of_its_payload' })
  })

  test('bytes that changed all the same are refused loudly, by name and without what they say', async () => {
    const { id } = await keepSnapshot(anExhibit({ title: 'A secret of the memo' }))
    await owner.run(`
      alter table snapshot disable trigger all;
      alter table snapshot drop constraint a_digest_is_of_its_payload;
      update snapshot set payload = replace(payload, 'of the memo', 'of the liar') where id = '${id}';
      alter table snapshot add constraint a_digest_is_of_its_payload
        check (digest = encode(sha256(convert_to(payload, 'UTF8')), 'hex')) not valid;
      alter table snapshot enable trigger all;`)
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const read = [await heldSnapshot(id), await snapshotOf(id)]
    const log = said.mock.calls.map(([line]) => String(line))
    said.mockRestore()

    expect(read.map((one) => (one.ok ? 200 : statusOf(one.refusal)))).toEqual([500, 500])
    expect(read[1]).toMatchObject({ refusal: { problems: [{ why: 'broken-snapshot', value: id }] } })
    expect(log).toHaveLength(2)
    for (const line of log) expect(line).toContain(id)
    expect(log.join('')).not.toMatch(/secret|memo|liar/)
  })

  test('an id that leads to another snapshot is refused, whatever stands beside the bytes', async () => {
    const [mine, theirs] = [anExhibit({ title: 'Mine' }), anExhibit({ title: 'Theirs' })]
    const [one, other] = [await keepSnapshot(mine), await keepSnapshot(theirs)]
    await owner.run(`
      alter table snapshot disable trigger all;
      update snapshot set id = '${AWAY}' where digest = '${one.digest}';
      update snapshot set id = '${one.id}', address = '/elsewhere' where digest = '${other.digest}';
      update snapshot set id = '${other.id}', address = '/elsewhere' where digest = '${one.digest}';`)
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const read = await Promise.all([one.id, other.id, one.digest].map(heldSnapshot))
    said.mockRestore()
    await owner.run(`
      update snapshot set id = '${AWAY}' where digest = '${one.digest}';
      update snapshot set id = '${other.id}' where digest = '${other.digest}';
      update snapshot set id = '${one.id}' where digest = '${one.digest}';
      alter table snapshot enable trigger all;`)

    expect(read.map((held) => (held.ok ? 'shown' : held.refusal.problems[0].why))).toEqual(
      Array(3).fill('broken-snapshot'),
    )
    expect(await heldSnapshot(one.id)).toMatchObject({ ok: true, value: { address: mine.address } })
  })

  test('a format of a later release is told in words, and is not guessed at', async () => {
    const payload = canonicalJson({ ...anExhibit(), format: 2 })
    const digest = digestOf(JSON.parse(payload))
    const id = idsOf(digest)[0] ?? ''
    await owner.run(
      'insert into snapshot (digest, id, payload, view, address, revision) values ($1, $2, $3, $4, $5, 1)',
      [digest, id, payload, 'matrix', '/r/1/2025-11-08/matrix'],
    )
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const read = await snapshotOf(id)
    said.mockRestore()
    expect(read).toMatchObject({ refusal: { problems: [{ why: 'unread-snapshot', value: id }] } })
    expect((await heldSnapshot(id)).ok).toBe(true)
  })
})

describe('a file of a snapshot', () => {
  const ask = (id: string, file: string, host: string, etag?: string | null) =>
    fileOf(
      new NextRequest(`http://${host}/s/${id}.${file}`, {
        headers: { host, ...(etag ? { 'if-none-match': etag } : {}) },
      }),
      { params: Promise.resolve({ snapshot: id, file }) },
    )

  test.for(['csv', 'xlsx', 'bib', 'csl.json'])(
    '%s is told to be held to who had it of this site alone',
    async (file) => {
      const { id } = await keepSnapshot(anExhibit())
      const [here, there] = [await ask(id, file, 'one.example'), await ask(id, file, 'other.example')]
      expect([here.status, here.headers.get('cache-control')]).toEqual([200, 'public, max-age=0, must-revalidate'])
      const tag = here.headers.get('etag')
      expect(tag).not.toBe(there.headers.get('etag'))
      expect((await ask(id, file, 'one.example', tag)).status).toBe(304)
      const other = await ask(id, file, 'other.example', tag)
      expect(other.status).toBe(200)
      if (file !== 'xlsx') expect(await other.text()).toContain('http://other.example/s/')
    },
  )

  test('json is the stored bytes wherever it is had, and kept for ever', async () => {
    const { id } = await keepSnapshot(anExhibit())
    const here = await ask(id, 'json', 'one.example')
    expect(here.headers.get('cache-control')).toContain('immutable')
    expect((await ask(id, 'json', 'other.example', here.headers.get('etag'))).status).toBe(304)
  })
})

describe('how often one may freeze', () => {
  test('of ten thousand requests from one address a few are let through, and other addresses all', async () => {
    const outcomes = []
    for (let count = 0; count < 10_000; count += 1) outcomes.push(await mayFreeze(`2001:db8:1:2::${count % 9}`))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(FREEZE_LIMITS.short.points)
    const last = outcomes.at(-1)
    expect(last?.ok === false && last.refusal.seconds).toBeGreaterThan(0)
    expect(last?.ok === false && last.refusal.seconds).toBeLessThanOrEqual(FREEZE_LIMITS.short.seconds)
    expect((await mayFreeze('2001:db8:1:3::1')).ok).toBe(true)

    const keys = (await owner.run('select key from sharing_limit')).map(({ key }) => String(key))
    expect(keys.join()).not.toContain('2001')
  })

  test('when the room of a day is full, nobody may', async () => {
    const limits = { ...FREEZE_LIMITS, bytes: { points: 10, seconds: 60 } }
    await owner.run('delete from sharing_limit')
    await countBytes(9, '203.0.113.9', limits)
    expect((await mayFreeze('198.51.100.1', limits)).ok).toBe(true)
    await countBytes(1, '203.0.113.9', limits)
    expect(await mayFreeze('198.51.100.2', limits)).toMatchObject({ ok: false })
  })

  test.for([
    ['2001:db8:1:2::1', '2001:db8:1:ffff::2', '2001:db8:2::1'],
    ['198.51.100.1', '198.51.100.200', '198.51.101.1'],
  ] as const)('%s uses up the room of its network (%s), never that of others (%s)', async ([one, beside, other]) => {
    const limits = { ...FREEZE_LIMITS, network: { points: 10, seconds: 60 } }
    await owner.run('delete from sharing_limit')
    const frozen = anExhibit({ title: `Frozen by ${one}` })
    await keepSnapshot(frozen, one)
    expect((await mayFreeze(beside, limits)).ok).toBe(false)
    expect((await mayFreeze(other, limits)).ok).toBe(true)
    expect((await mayFreeze(beside)).ok).toBe(true)
  })
})

describe('a note', () => {
  test('has versions, stands beside the snapshot and never in it, and tells readers only the public name', async () => {
    const { id, digest } = await keepSnapshot(anExhibit({ title: 'To be noted' }))
    const before = await snapshotOf(id)
    expect(await noteSnapshot(ana, { id, seen: 0, title: ' For the committee ', note: 'Read it twice.' })).toEqual({
      ok: true,
      value: { version: 1 },
    })
    expect(await noteSnapshot(ana, { id, seen: 1, title: 'For both committees', note: '' })).toMatchObject({ ok: true })

    const notes = await notesOnSnapshot(digest)
    expect(notes.map(({ version, title, note }) => ({ version, title, note }))).toEqual([
      { version: 2, title: 'For both committees', note: '' },
      { version: 1, title: 'For the committee', note: 'Read it twice.' },
    ])
    expect(notes[0]?.byName).toBe(ana.publicName)
    expect(JSON.stringify(notes)).not.toContain('ana@')
    const after = await snapshotOf(id)
    expect(after.ok && before.ok && after.value.text === before.value.text).toBe(true)
    expect(after).toMatchObject({ value: { notes: 2 } })
    expect((await snapshotsForEditors(vera, null)).snapshots.find((one) => one.id === id)?.title).toBe(
      'For both committees',
    )
    expect((await owner.refusal('set local role sluice_reader; select person from snapshot_note')).code).toBe('42501')
  })

  test('of two who write at once one is told, and nobody is passed over', async () => {
    const { id, digest } = await keepSnapshot(anExhibit({ title: 'Two hands' }))
    const outcomes = await Promise.all(
      ['one', 'two', 'three'].map((title) => noteSnapshot(ana, { id, seen: 0, title, note: '' })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.flatMap((one) => (one.ok ? [] : [one.refusal.why]))).toEqual(['note-moved', 'note-moved'])
    expect(await notesOnSnapshot(digest)).toHaveLength(1)
    expect(await kept().editors.prisma.auditEntry.count({ where: { subject: `snapshot/${id}` } })).toBe(1)
  })

  test('without a title, or on what is not there, is refused', async () => {
    const { id } = await keepSnapshot(anExhibit())
    expect(await noteSnapshot(ana, { id, seen: 9, title: '', note: '' })).toMatchObject({
      refusal: { why: 'text-missing' },
    })
    const [nobody = ''] = idsOf('cd'.repeat(32))
    for (const none of [nobody, 'x', '']) {
      const refused = await noteSnapshot(ana, { id: none, seen: 0, title: 'A title', note: '' })
      expect(refused).toMatchObject({ refusal: { why: 'no-snapshot' } })
    }
  })
})
