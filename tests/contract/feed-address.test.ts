import { describe, expect, test } from 'vitest'
import { direct } from '@/lib/contract/direction'
import { FEED_PATHS, type FeedPath, feedAddress, readFeedQuery } from '@/lib/contract/feed-address'
import { sayProblem } from '@/lib/contract/problem-words'

function canonical(path: FeedPath, query: string): string {
  const read = readFeedQuery(path, new URLSearchParams(query))
  if (!read.ok) throw new Error(read.refusal.map(sayProblem).join(' '))
  return feedAddress(path, read.value.followed, read.value.before)
}

function refused(path: FeedPath, query: string): readonly string[] {
  const read = readFeedQuery(path, new URLSearchParams(query))
  return read.ok ? [] : read.refusal.map(sayProblem)
}

describe('what a feed follows', () => {
  test.for([
    ['', '/feed.xml'],
    ['material=&before=', '/feed.xml'],
    ['material=tb,DY', '/feed.xml?material=Dy,Tb'],
    ['element=Dy&material=Tb,Dy', '/feed.xml?material=Dy,Tb'],
    ['kind=wording,LAW&regime=October-9&material=Dy', '/feed.xml?material=Dy&regime=october-9&kind=law,wording'],
    ['before=51', '/feed.xml?before=51'],
  ])('%s has the one address %s', ([query, address]) => {
    expect(canonical(FEED_PATHS.atom, query ?? '')).toBe(address)
  })

  test('is spelled in one way: the canonical address leads to itself', () => {
    const address = canonical(FEED_PATHS.atom, 'kind=law&regime=april-4,october-9&element=Y,Dy&before=7')
    expect(canonical(FEED_PATHS.atom, address.split('?')[1] ?? '')).toBe(address)
  })

  test('has one address in whatever order it was written down', () => {
    const followed = { materials: ['Tb', 'Dy'], regimes: [], kinds: ['wording', 'law'] as const }
    expect(feedAddress(FEED_PATHS.atom, followed)).toBe('/feed.xml?material=Dy,Tb&kind=law,wording')
  })

  test('is refused in words where it cannot be read, every problem at once', () => {
    expect(refused(FEED_PATHS.atom, 'kind=lwa&before=0&elment=Dy')).toEqual([
      '“elment” is not part of a question. A question may have: material, element, regime, kind, before.',
      'The kind of revision “lwa” is not one that this record knows. Choose one of: law, correction, addition, wording, verification.',
      '“0” is not a revision. Revisions are numbered 1, 2, 3 and so on.',
    ])
    expect(refused(FEED_PATHS.atom, 'material=%3Cb%3E')).toEqual(['This record has no material “<b>”.'])
  })

  test('has no kind where the address itself says it, nor in a calendar', () => {
    expect(refused(FEED_PATHS.correctionsJson, 'kind=law')).toHaveLength(1)
    expect(refused(FEED_PATHS.calendar, 'kind=law')).toHaveLength(1)
    expect(refused(FEED_PATHS.calendar, 'before=3')).toHaveLength(1)
  })
})

test.for(Object.values(FEED_PATHS))('%s is no page: neither its ending nor its query leads anywhere else', (path) => {
  expect(direct(path, new URLSearchParams('material=Dy&regime=october-9'))).toEqual({ go: 'elsewhere' })
})
