import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import type { Direction } from '@/lib/contract/direction'
import { direct } from '@/lib/contract/direction'
import type { View } from '@/lib/contract/view'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'

const plain: Coordinates = {
  revision: 41,
  question: plainQuestion(localDate('2025-10-09')),
  scope: 'rare-earths',
  by: 'form',
  view: { name: 'matrix' },
}

const refined: Coordinates = {
  ...plain,
  question: {
    on: localDate('2025-10-09'),
    known: localDate('2025-10-01'),
    from: 'MY',
    to: 'US',
    use: 'military',
    party: 'mp-materials-corp',
    route: 're-export',
  },
  scope: 'all',
  by: 'regime',
}

const VIEWS: readonly View[] = [
  { name: 'matrix' },
  { name: 'matrix', after: 'Lu' },
  { name: 'material', key: 'Dy' },
  { name: 'proof', material: 'Dy', form: 'metal' },
  { name: 'regimes' },
  { name: 'regime', key: 'october-9' },
  { name: 'instruments' },
  { name: 'instrument', key: 'cn-2025-57' },
  { name: 'sources' },
  { name: 'source', key: 'afp-20251030' },
  { name: 'about' },
  { name: 'changes' },
  { name: 'earlier', before: 51 },
  { name: 'change', number: 42, against: null },
  { name: 'change', number: 42, against: 40 },
  { name: 'history', kind: 'provision', key: 'cn-2025-70-suspends-2025-57' },
  { name: 'history', kind: 'material', key: 'Dy' },
  { name: 'compare', against: { revision: 40, question: plain.question } },
  { name: 'compare', against: { revision: 40, question: refined.question } },
]

test('every view has one pinned and one live address, plain and refined', () => {
  const shapes = VIEWS.flatMap((view) => [
    addressOf({ ...plain, view }),
    addressOf({ ...refined, view, lastSeen: true }),
    liveAddress({ ...plain, view }),
    liveAddress({ ...refined, view }),
  ])
  expect(shapes).toMatchSnapshot()
})

/** What becomes of a request, in the words of tests/contract/links.txt. */
function leads(address: string): string {
  const [path = '', query = ''] = address.split('?')
  return leadsTo(direct(path, new URLSearchParams(query)))
}

function leadsTo(direction: Direction): string {
  if (direction.go === 'moved') return direction.to
  if (direction.go === 'now') return 'now'
  return direction.go === 'pinned' ? '=' : direction.go
}

const LINKS = readFileSync(new URL('links.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as [string, string])

describe('an address that was given out', () => {
  test.for(LINKS)('%s leads to %s', ([address, to]) => {
    expect(leads(address)).toBe(to)
  })

  test.for(LINKS.filter(([, to]) => to.startsWith('/')))('%s leads there in one step: to %s', ([, to]) => {
    expect(leads(to)).toMatch(/^(=|now)$/)
  })
})

describe('a question that names its day or its revision alone', () => {
  test('takes the other one from now', () => {
    expect(direct('/', new URLSearchParams('on=2025-11-08&to=us'))).toMatchObject({
      go: 'pin',
      revision: null,
      on: '2025-11-08',
      live: { question: { to: 'US' } },
    })
    expect(direct('/materials/Dy', new URLSearchParams('rev=3&on='))).toMatchObject({
      go: 'pin',
      revision: 3,
      on: null,
    })
  })
})

describe('a form that compares', () => {
  test.for([
    ['/changes/42', 'against=40', '/changes/42/against/40'],
    ['/changes/42/against/7', 'against=+040', '/changes/42/against/40'],
    ['/r/50/2026-11-22/changes/42', 'against=40', '/r/50/2026-11-22/changes/42/against/40'],
    ['/history/provision/a-clause', 'version=42&against=40', '/changes/42/against/40#provision-a-clause'],
    [
      '/r/50/2026-11-22/to/US/history/material/Dy',
      'version=3&against=1',
      '/r/50/2026-11-22/to/US/changes/3/against/1#material-Dy',
    ],
  ] as const)('%s?%s leads to %s', ([path, query, to]) => {
    expect(direct(path, new URLSearchParams(query))).toEqual({ go: 'moved', to })
  })

  test('that was left empty asks for nothing', () => {
    expect(direct('/changes/42', new URLSearchParams('against='))).toEqual({ go: 'moved', to: '/changes/42' })
    expect(direct('/history/form/metal', new URLSearchParams('version=2&against='))).toMatchObject({
      to: '/history/form/metal',
    })
  })

  test.for(['0', 'x', '1e3', '-1', '1234567890'])('refuses %s, which numbers no revision', (against) => {
    expect(direct('/changes/42', new URLSearchParams({ against }))).toMatchObject({
      go: 'refused',
      refusal: { problems: [{ why: 'malformed-revision', value: against }], nearest: '/changes/42' },
    })
  })

  test('compares nothing on a page that is not of revisions', () => {
    expect(direct('/materials/Dy', new URLSearchParams('against=4'))).toEqual({ go: 'moved', to: '/materials/Dy' })
  })
})

describe('the form of a rehearsal', () => {
  test.for([
    ['/rehearsal/cn-2025-70', 'until=2027-01-10&suppose=extended', '/rehearsal/cn-2025-70/until/2027-01-10'],
    ['/rehearsal/cn-2025-70/until/2027-01-10', 'until=', '/rehearsal/cn-2025-70'],
    [
      '/r/1/2026-11-22/to/US/rehearsal/cn-2025-72',
      'until= 2026-06-30 &suppose=ends',
      '/r/1/2026-11-22/to/US/rehearsal/cn-2025-72/until/2026-06-30',
    ],
  ] as const)('%s?%s leads to %s', ([path, query, to]) => {
    expect(direct(path, new URLSearchParams(query))).toEqual({ go: 'moved', to })
  })

  test.for([
    ['/rehearsal/cn-2025-70', 'until=2027-1-10', '2027-1-10'],
    ['/rehearsal/cn-2025-70', 'until=tomorrow', 'tomorrow'],
    ['/rehearsal/cn-2025-70/until/2026-02-30', '', '2026-02-30'],
  ] as const)('%s?%s is refused, and the rehearsal is near', ([path, query, value]) => {
    expect(direct(path, new URLSearchParams(query))).toMatchObject({
      go: 'refused',
      refusal: { problems: [{ why: 'malformed-day', field: 'until', value }], nearest: '/rehearsal/cn-2025-70' },
    })
  })
})

describe('what is not an address of the record', () => {
  test.for(['/search', '/robots.txt', '/no/such/page', '/favicon.ico'])('%s is left alone', (path) => {
    expect(direct(path, new URLSearchParams('q=x')).go).toBe('elsewhere')
  })
})

test('an address that leads out of the record by its signs alone is read and refused, never followed', () => {
  for (const path of [
    '/materials/..%2F..%2Fetc',
    '/materials/%3Cscript%3E',
    '/to/U%20/matrix',
    '/r/1/2025-10-09/%00',
  ]) {
    expect(direct(path, new URLSearchParams()).go, path).toBe('refused')
  }
  expect(direct('/materials/%E4%B8%', new URLSearchParams()).go).toBe('refused')
  expect(readAddress(['1', '2025-10-09', 'materials', 'a/b']).ok).toBe(false)
})

test('a part that is given twice is refused, even when it says the same', () => {
  for (const path of ['/r/1/2025-10-09/to/US/to/JP/matrix', '/to/US/to/US/matrix', '/r/1/2025-10-09/matrix/about']) {
    expect(direct(path, new URLSearchParams()), path).toMatchObject({ go: 'refused' })
  }
})
