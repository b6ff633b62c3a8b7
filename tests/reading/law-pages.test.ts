import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { instrumentPage, regimePage } from '@/lib/reading/law-pages'
import type { Opened } from '@/lib/reading/opened'
import { lawOf } from '@/lib/reading/opened'
import { useDatabase } from '../support/database'

let record: WholeRecord
let opened: Opened

beforeAll(async () => {
  await useDatabase('record')
  const found = await ledgerAt(1)
  if (found === null) throw new Error('revision 1 is not there')
  record = found
  const question = plainQuestion(localDate('2026-11-22'))
  const coordinates: Coordinates = { revision: 1, question, scope: 'all', by: 'form', view: { name: 'matrix' } }
  opened = { coordinates, record, law: lawOf(record, null), today: question.on }
})
afterAll(closeDatabase)

const keysOf = (cited: readonly { readonly sources: readonly { readonly source: string }[] }[]) =>
  cited.flatMap(({ sources }) => sources.map(({ source }) => source))

test('every instrument names every source that its lines, parties, events, claims and our readings cite', () => {
  const missing = record.instruments.flatMap((instrument) => {
    const page = instrumentPage(opened, instrument)
    const lines = page.provisions.map((standing) => standing.provision)
    const readings = page.claims.map((claim) => claim.assessment)
    const cited = keysOf([instrument, ...lines, ...page.parties, ...page.events, ...page.claims, ...readings])
    return cited.filter((key) => page.sources[key] === undefined).map((key) => `${instrument.key}: ${key}`)
  })
  expect(missing).toEqual([])
})

test('every regime names every source that its instruments, events, claims and our readings cite', () => {
  const missing = record.regimes.flatMap((regime) => {
    const page = regimePage(opened, regime)
    const instruments = page.instruments.map((entry) => entry.instrument)
    const cited = keysOf([
      regime,
      ...instruments,
      ...page.events,
      ...page.claims,
      ...page.claims.map((claim) => claim.assessment),
    ])
    return cited.filter((key) => page.sources[key] === undefined).map((key) => `${regime.key}: ${key}`)
  })
  expect(missing).toEqual([])
})

test('an instrument some of whose lines name no form still names the forms of the others', () => {
  const instrument = record.instruments.find(({ key }) => key === 'cn-2025-61')
  if (instrument === undefined) throw new Error('no cn-2025-61')
  const page = instrumentPage(opened, instrument)
  const named = new Set(page.provisions.flatMap(({ provision }) => provision.forms.filter((form) => form !== 'any')))
  expect(new Set(page.forms.map((form) => form.key))).toEqual(named)
  expect(named.size).toBeGreaterThan(0)
})

test('lines in force on a revival that nobody verified are counted apart from the others', () => {
  const regime = record.regimes.find(({ key }) => key === 'october-9')
  if (regime === undefined) throw new Error('no october-9')
  const states = regimePage(opened, regime).instruments.flatMap((entry) => entry.states)
  expect(states.length).toBeGreaterThan(0)
  expect(states.filter(({ firm, state }) => firm || state !== 'in-force')).toEqual([])
})
