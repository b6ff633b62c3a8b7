import { describe, expect, test } from 'vitest'
import { changesFor, pagesFor } from '@/components/palette/places'
import { wordsIn } from '@/components/palette/words'
import { readLiveAddress } from '@/lib/contract/address-reading'
import { direct } from '@/lib/contract/direction'

const english = wordsIn('en')
const chinese = wordsIn('zh-Hans')

describe('the pages that the palette offers', () => {
  const labels = (typed: string) => pagesFor(typed, 'en', english).map(({ label }) => label)

  test('are all of them before anything is typed, and each is there', () => {
    const pages = pagesFor('', 'en', english)
    expect(pages.length).toBeGreaterThan(10)
    for (const { href } of pages) {
      const isView = readLiveAddress(href.split('/').filter((segment) => segment !== '')).ok
      expect(isView || ['/', '/compare', '/data', '/api/docs'].includes(href), href).toBe(true)
    }
  })

  test('are those with a word that begins so', () => {
    expect(labels('ca')).toEqual(['Calendar'])
    expect(labels('two')).toEqual(['Compare two questions'])
    expect(labels('dysprosium')).toEqual([])
    expect(labels('e')).toContain('Evidence')
    expect(labels('e')).not.toContain('Regimes')
  })

  test('are in Chinese under Chinese addresses, and still found by their English names', () => {
    expect(pagesFor('日', 'zh', chinese)).toEqual([{ href: '/zh/calendar', label: '日历' }])
    expect(pagesFor('calen', 'zh', chinese)).toEqual([{ href: '/zh/calendar', label: '日历' }])
    expect(pagesFor('docs', 'zh', chinese).map(({ href }) => href)).toEqual(['/api/docs'])
  })
})

describe('a page asked otherwise', () => {
  const here = '/r/1/2025-11-08/to/JP/materials/Dy'
  const leadsTo = (typed: string) => {
    const [one] = changesFor(typed, here, english)
    if (one === undefined) return null
    const { pathname, searchParams } = new URL(one.href, 'http://localhost')
    const direction = direct(pathname, searchParams)
    return direction.go === 'moved' ? direction.to : direction.go
  }

  test('is the same page on another day, or to another destination', () => {
    expect(leadsTo('2025-10-09')).toBe('/r/1/2025-10-09/to/JP/materials/Dy')
    expect(leadsTo('to us')).toBe('/r/1/2025-11-08/to/US/materials/Dy')
    expect(leadsTo('exports to DE')).toBe('/r/1/2025-11-08/to/DE/materials/Dy')
    expect(leadsTo('出口至US')).toBe('/r/1/2025-11-08/to/US/materials/Dy')
    expect(leadsTo('to any')).toBe('/r/1/2025-11-08/materials/Dy')
  })

  test('is refused by the server where no country has that code', () => {
    expect(leadsTo('to xx')).toBe('refused')
  })

  test.for(['2025-02-30', '2025-13-01', '2025-1-1', 'to', 'to USA', 'today', 'Dy', ''])(
    'is not offered for %o',
    (typed) => {
      expect(leadsTo(typed)).toBeNull()
    },
  )
})

test('words of the palette are filled in, in either language', () => {
  expect(english('palette.found', { count: 3 })).toBe('3 found')
  expect(chinese('palette.page.calendar')).toBe('日历')
})
