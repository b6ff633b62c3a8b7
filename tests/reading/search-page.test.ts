import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { searchPage } from '@/lib/reading/search-page'
import { useDatabase } from '../support/database'

beforeAll(async () => {
  await useDatabase('record')
})
afterAll(closeDatabase)

describe('the search page', () => {
  test('finds in the newest revision and says through which day it was looked at', async () => {
    const page = await searchPage('镝')
    expect(page.groups[0]?.found[0]?.href).toBe('/materials/Dy')
    expect(page).toMatchObject({ q: '镝', refusal: null, verifiedThrough: '2026-10-10' })
  })

  test('tells a line by its instrument, and a source in its own language', async () => {
    const { groups } = await searchPage('No. 57')
    const ofKind = (kind: string) => groups.find((group) => group.kind === kind)?.found ?? []
    expect(ofKind('items').map(({ note }) => note)).toContain('No. 70 of 2025')
    expect(ofKind('sources').map(({ language }) => language)).toContain('zh')
  })

  test('says of a material how its listed forms stand today, and of nothing else', async () => {
    const { groups } = await searchPage('dysprosium')
    expect(groups[0]?.found[0]?.standing).toMatchObject({ status: 'licence', beforeEffect: false })
    const others = groups.slice(1).flatMap(({ found }) => found)
    expect(others.length).toBeGreaterThan(10)
    expect(others.filter(({ standing }) => standing !== undefined)).toEqual([])
  })

  test('says of a code that no line prints that none does, and of no other text', async () => {
    expect(await searchPage('8505.11')).toMatchObject({ unprinted: '850511', groups: [] })
    expect(await searchPage('2846.90')).toMatchObject({ unprinted: null, groups: [{ kind: 'items' }] })
    expect(await searchPage('No. 61')).toMatchObject({ unprinted: null })
  })

  test('searches nothing when nothing is asked', async () => {
    expect(await searchPage(undefined)).toMatchObject({ q: '', groups: [], refusal: null })
  })
})
