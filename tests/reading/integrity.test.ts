import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { integrity } from '@/lib/contract/integrity'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { publicationSealAt } from '@/lib/db/integrity/publication-seal'
import { forgetAll } from '@/lib/db/remembered'
import { revisionsNumbered } from '@/lib/db/revisions'
import { revisionsFile } from '@/lib/reading/bulk/revision-lines'
import { readIntegrity } from '@/lib/reading/integrity/integrity'
import { forgetVerified, type Verified, verifiedThrough } from '@/lib/reading/integrity/verification'
import { verify } from '../integrity-verifier.mjs'
import { useDatabase } from '../support/database'
import { publish, smallHistory } from '../support/small-history'
import { statementsOf } from '../support/statements'

let database: Database

beforeAll(async () => {
  database = openDatabase(await useDatabase('tables'), 1)
  await smallHistory(database)
})
afterEach(() => {
  forgetVerified()
  vi.useRealTimers()
})
afterAll(async () => {
  await database.close()
  await closeDatabase()
})

async function lines(): Promise<string[]> {
  const file = await revisionsFile(1)
  if (!file.ok) throw new Error('the lines were refused')
  const made: string[] = []
  for await (const line of file.value.lines) made.push(line.trimEnd())
  return made
}

/** Runs SQL as one who knows what guards the record, and undoes it after the work. */
async function tampered<Found>(tampering: string, undo: string, work: () => Promise<Found>): Promise<Found> {
  const { pool } = database
  await pool.query(`set role none; set session_replication_role = replica; ${tampering}`)
  try {
    return await work()
  } finally {
    await pool.query(`${undo}; set session_replication_role = origin`)
  }
}

type Held = { verified: Verified; wholeAt: number; walking: null }
const home = globalThis as typeof globalThis & { 'sluice.integrity'?: Held }
const known = () => home['sluice.integrity']?.verified as Verified

async function at(number: number) {
  const found = (await revisionsNumbered([number])).get(number)
  if (found === undefined) throw new Error('there is no such revision')
  return found
}

const WORDED = `update revision set reason = 'The law changed' where number = 2`

describe('what readers are told of the chain', () => {
  test('is that it holds, through which revision, and the hashes that can be noted down', async () => {
    const told = await readIntegrity()
    expect(integrity.parse(told)).toEqual(told)
    expect(told).toMatchObject({ revisions: 6, revision: 6, integrity: 'intact', verifiedThrough: 6, broken: null })
    const chain = (await lines()).map((line) => JSON.parse(line) as { hash: string })
    expect(told).toMatchObject({
      hash: chain[5]?.hash,
      previousHash: chain[4]?.hash,
      genesis: { hash: chain[0]?.hash },
    })
  })

  test('is that it is broken, and where, as long as it is', async () => {
    const broken = () => readIntegrity()
    const told = await tampered(`update revision set reason = 'Another' where number = 2`, WORDED, broken)
    expect(told).toMatchObject({ integrity: 'broken', verifiedThrough: 1, broken: { revision: 2, fault: 'hash' } })
    forgetVerified()
    expect(await readIntegrity()).toMatchObject({ integrity: 'intact' })
  })

  test('is of the publication that answers for it, also while a newer one is recorded', async () => {
    const sealAt = async (revision: number) => {
      const question = `select digest from seal where of_table = 'publication' and act = 'entered' and revision = $1`
      return (await database.pool.query<{ digest: string }>(question, [revision])).rows[0]?.digest
    }
    expect(await publicationSealAt(5)).toBe(await sealAt(5))
    expect(await publicationSealAt(6)).toBe(await sealAt(6))
    expect(await publicationSealAt(1)).toBeNull()
  })

  test('is not what was verified of a record that stands there no more', async () => {
    expect(await readIntegrity()).toMatchObject({ verifiedThrough: 6 })
    forgetAll()
    expect(known()).toBeUndefined()
    const [five, six] = [await at(5), await at(6)]
    const spoilt = `update revision set reason = 'Another' where number = 2`
    const told = await tampered(spoilt, WORDED, () => verifiedThrough({ ...six, hash: 'f'.repeat(64) }))
    expect(told).toMatchObject({ broken: { revision: 2 } })
    forgetVerified()
    // Verified through another fifth revision: the sixth does not follow that, and nothing is broken.
    home['sluice.integrity'] = {
      verified: { through: { number: 5, hash: 'e'.repeat(64) }, at: five.recordedAt, broken: null },
      wholeAt: Date.now(),
      walking: null,
    }
    expect(await readIntegrity()).toMatchObject({ integrity: 'intact', verifiedThrough: 6, broken: null })
    // All of it was verified, and the newest is another one.
    home['sluice.integrity'].verified = { ...known(), through: { number: 6, hash: 'e'.repeat(64) } }
    const anew = await tampered(spoilt, WORDED, readIntegrity)
    expect(anew).toMatchObject({ integrity: 'broken', broken: { revision: 2 } })
  })

  test('is written by a walk that is under way to what was dropped alone', async () => {
    const six = await at(6)
    const dropped = verifiedThrough(six)
    forgetAll()
    const mended = { number: 6, hash: six.hash }
    await dropped
    expect(known()).toBeUndefined()
    expect(await readIntegrity()).toMatchObject({ integrity: 'intact', verifiedThrough: mended.number })
  })

  test('stays what is known of a break until a walk has come past it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T04:00:00Z') })
    const spoil = `update revision set reason = 'Another' where number = 5`
    const reason = (await at(5)).reason
    const undo = `update revision set reason = '${reason}' where number = 5`
    await tampered(spoil, undo, readIntegrity)
    const broken = { through: { number: 4 }, broken: { revision: 5 } }
    expect(known()).toMatchObject(broken)
    const told: unknown[] = []
    const held = home['sluice.integrity']
    if (held === undefined) throw new Error('nothing is known')
    let verified = held.verified
    Object.defineProperty(held, 'verified', {
      get: () => verified,
      set: (value) => {
        verified = value
        told.push([value.through.number, value.broken?.revision ?? null])
      },
    })
    vi.setSystemTime(new Date('2026-11-22T05:00:00Z'))
    await tampered(spoil, undo, readIntegrity)
    expect(told).toEqual([[4, 5]])
    vi.setSystemTime(new Date('2026-11-22T06:00:00Z'))
    expect(await readIntegrity()).toMatchObject({ integrity: 'intact' })
    expect(told.slice(1)).toEqual([
      [5, null],
      [6, null],
      [6, null],
    ])
  })

  test('is computed from the beginning once an hour, however often it is asked, and besides of what is new alone', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T04:00:00Z') })
    await readIntegrity()
    const walked = async () => {
      const asked = await statementsOf(readIntegrity)
      return asked.filter(({ text }) => text.includes('bool_or(entered)')).length
    }
    expect(await walked()).toBe(0)
    await publish(database, { kind: 'verification', reason: 'Looked' }, [])
    expect(await walked()).toBe(1)
    vi.setSystemTime(new Date('2026-11-22T05:00:00Z'))
    expect(await walked()).toBe(7)
    expect(await walked()).toBe(0)
  })
})

describe('a verifier that shares no code with us', () => {
  test('comes to the same head from the lines alone', async () => {
    const all = await lines()
    const head = JSON.parse(all.at(-1) ?? '') as { number: number; hash: string }
    expect(await verify(all)).toEqual({ number: head.number, hash: head.hash })
    expect(await verify(all, head.hash)).toMatchObject({ number: head.number })
  })

  test('finds every field of every line that was changed, however deep', async () => {
    const all = await lines()
    const silent: string[] = []
    let changed = 0
    for (const [at, line] of all.entries()) {
      const seen = new Set<string>()
      for (const path of pathsIn(JSON.parse(line))) {
        const shape = path.join('.').replaceAll(/\d+/g, '*')
        if (seen.has(shape)) continue
        seen.add(shape)
        changed += 1
        const spoilt = all.with(at, JSON.stringify(changedAt(JSON.parse(line), path)))
        const found = await verify(spoilt).then(
          () => null,
          (error: Error) => error.message,
        )
        if (!found?.includes(`revision ${at + 1}`) && !found?.includes(`revision ${at}`)) silent.push(`${at}: ${shape}`)
      }
    }
    expect(silent).toEqual([])
    expect(changed).toBeGreaterThan(150)
  })

  test('finds a line that is missing, doubled, moved, spelled otherwise or made anew, and an end that was cut off', async () => {
    const all = await lines()
    const wrong = (spoilt: readonly string[], expected?: string) =>
      verify(spoilt, expected).then(
        () => 'nothing',
        (error: Error) => error.message,
      )
    const [first = '', second = ''] = all
    expect(await wrong(all.toSpliced(1, 1))).toBe('revision 3 stands where revision 2 should.')
    expect(await wrong(all.toSpliced(1, 0, first))).toBe('revision 1 stands where revision 2 should.')
    expect(await wrong([second, first])).toBe('revision 2 stands where revision 1 should.')
    expect(await wrong([first.replace('{', '{"number":7,')])).toBe('revision 1 is not written as its values are.')
    expect(await wrong([`${first.slice(0, -1)},"more":1}`])).toBe('the line behind revision 0 is no revision.')
    expect(await wrong(['soup'])).toBe('the line behind revision 0 is not JSON.')
    expect(await wrong([])).toBe('There is no revision.')
    const { hash, ...said } = { ...(JSON.parse(second) as { hash: string; reason: string }), reason: 'Another' }
    const anew = createHash('sha256').update(JSON.stringify(said)).digest('hex')
    expect(await wrong([first, JSON.stringify({ hash: anew, ...said })])).toContain('revision 2')
    const { hash: head } = JSON.parse(all.at(-1) ?? '') as { hash: string }
    expect(hash).not.toBe(head)
    expect(await wrong(all.slice(0, -1), head)).toBe(
      `No revision has the hash ${head}: the chain was cut off, or written anew.`,
    )
  })
})

type Path = readonly (string | number)[]

/** Where every value of a JSON value stands that holds no other. */
function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const members = Array.isArray(value) ? value.entries() : Object.entries(value)
  return [...members].flatMap(([name, member]) => pathsIn(member, [...at, name as string]))
}

function changedAt(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return otherThan(value)
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  Object.assign(copy, { [name]: changedAt((copy as { [name: string]: unknown })[name], rest) })
  return copy
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return typeof value === 'string' ? `${value}x` : 'x'
}
