import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { closeDatabase, kept } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/connection'
import { localDate } from '@/lib/ledger/interval'
import type { Provision } from '@/lib/ledger/record'
import { readPage } from '@/lib/reading/page'
import { replacementOf } from '@/lib/reading/replaced'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { readNothing } from '../support/read-nothing'
import { theRecord } from '../support/record'
import { append, appendHistory, SOURCE, TWICE } from '../support/revisions'

const TODAY = localDate('2026-11-22')
const record = theRecord()
const party = record.parties[5]?.key ?? ''
const onGallium = record.provisions.find(({ materials }) => materials.length === 1 && materials[0] === 'Ga')
if (onGallium === undefined) throw new Error('no rule on gallium alone')
const forGermany: Provision = { ...onGallium, destinations: { only: ['DE'], except: [] } }

beforeAll(async () => {
  const database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  await appendHistory(database)
  await append(database, { reason: 'A rule names one member of the EU' }, [
    { kind: 'provision', key: forGermany.key, record: forGermany },
  ])
  await database.close()
})

afterEach(() => {
  delete process.env['HOLD_WHOLE_UP_TO']
  readNothing()
})

/** Slips of every kind: alone, beside keys that are good, and beside other slips. */
const WRONG = [
  '2026-11-22/materials/Dyy',
  '2026-11-22/instruments/cn-2025-7',
  '2026-11-22/proof/Xx/metall',
  '2026-11-22/party/nobody/matrix',
  '2026-11-22/matrix/after/Zz',
  '2026-11-22/sources/source-told-twice',
  '2026-11-22/proof/Dyy/metal',
  '2026-11-22/proof/Dy/metall',
  `2026-11-22/party/${party}/materials/Dyy`,
  `2026-11-22/party/${party}/proof/Dy/metall`,
  `2026-11-22/party/${party}/instruments/cn-2025-7`,
  `2026-11-22/party/${party}/sources/source-told-twice`,
  `2026-11-22/party/${party}/scope/all/matrix/after/Zz`,
  `2026-11-22/party/${party}x/materials/Dy`,
  `2026-11-22/party/${party}x/proof/Dy/metal`,
  `2026-11-22/party/${party}x/scope/all/matrix/after/Ga`,
  `2026-11-22/party/${party}x/compare/1/2025-10-09`,
  '2040-11-22/materials/Dy',
  '1980-11-22/materials/Dy',
  '1980-11-22/materials/Dyy',
  '2026-11-22/known/1980-01-01/materials/Dy',
  `2040-01-01/party/${party}/matrix`,
  '2040-01-01/proof/Dy/metal',
  '2040-01-01/scope/all/matrix/after/Ga',
  '2040-01-01/sources/mofcom-ann-2025-57',
  '2040-01-01/instruments/cn-2025-57',
  `2040-01-01/evidence/${record.indicators[0]?.key}`,
  '2040-01-01/to/DE/compare/1/2025-10-09',
  '2026-11-22/compare/1/1980-10-09',
]

afterAll(closeDatabase)

describe('what does not stand in a large record', () => {
  test('is refused as in a small one: with every slip, no good key among them, and the nearest of all keys', async () => {
    const told = async () => {
      const all: (readonly [string, unknown])[] = []
      for (const address of WRONG) all.push([address, await readPage(at(address), TODAY)])
      return [...all, await readPage(at('2026-11-22/matrix', 99), TODAY)]
    }
    const whole = await told()
    inParts()
    expect(await told()).toEqual(whole)
    expect(whole.slice(0, -1).every((one) => Array.isArray(one) && !one[1].ok)).toBe(true)
    expect(kept().ledgers.size).toBe(0)
  })

  test('leads to what took its place, also beside a buyer who stands', async () => {
    const retired = [`2026-11-22/sources/${TWICE}`, `2026-11-22/party/${party}/sources/${TWICE}`]
    const led = async () => {
      const all = []
      for (const address of retired) all.push(await replacementOf(at(address)))
      return all
    }
    const whole = await led()
    inParts()
    expect(await led()).toEqual(whole)
    expect(whole.map((to) => [to?.view, to?.question.party])).toEqual([
      [{ name: 'source', key: SOURCE }, null],
      [{ name: 'source', key: SOURCE }, party],
    ])
  })
})

test('whether members of the EU are told apart is told of the cells that are shown, however the record was opened', async () => {
  const told = async (view: string) => {
    const page = await readPage(at(`2026-11-22/to/DE/${view}`, 8), TODAY)
    if (!page.ok || page.value.name !== 'matrix') throw new Error(`no matrix at ${view}`)
    return page.value.page.buyer.member?.apart.map(({ rule }) => rule.key)
  }
  const both = async () => [await told('matrix'), await told('scope/all/matrix')]
  const whole = await both()
  inParts()
  expect(await both()).toEqual(whole)
  expect(whole).toEqual([[], [forGermany.key]])
})

function inParts(): void {
  process.env['HOLD_WHOLE_UP_TO'] = '0'
  readNothing()
}

function at(address: string, revision = 7): Coordinates {
  const read = readAddress([String(revision), ...address.split('/')])
  if (!read.ok) throw new Error(`${address}: ${JSON.stringify(read.refusal)}`)
  return read.value
}
