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
    const { groups } = await searchPage('57')
    const ofKind = (kind: string) => groups.find((group) => group.kind === kind)?.found ?? []
    expect(ofKind('items').map(({ note }) => note)).toContain('No. 70 of 2025')
    expect(ofKind('sources').map(({ language }) => language)).toContain('zh')
  })

  test('says that two texts are one too many, and keeps the first', async () => {
    const page = await searchPage(['Dy', 'Ho'])
    expect(page).toMatchObject({ q: 'Dy', groups: [], verifiedThrough: null })
    expect(page.refusal).toContain('more than one text')
  })

  test('says why it does not search a text that is too long, and keeps it', async () => {
    const page = await searchPage('a'.repeat(130))
    expect(page).toMatchObject({ q: 'a'.repeat(130), groups: [] })
    expect(page.refusal).toContain('longer than 120')
  })

  test('searches nothing when nothing is asked', async () => {
    expect(await searchPage(undefined)).toMatchObject({ q: '', groups: [], refusal: null })
  })
})
