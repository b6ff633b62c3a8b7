import { describe, expect, test } from 'vitest'
import type { Flip } from '@/lib/ledger/impact/cell'
import { cellsIn, groupsOf } from '@/lib/ledger/impact-groups'
import type { Interval } from '@/lib/ledger/interval'
import type { Status } from '@/lib/ledger/status'
import { between } from '../support/builders'

type Lens = Flip['lens']

const plain: Lens = {
  from: 'CN',
  to: null,
  use: 'civil',
  party: null,
  route: 'export',
  alike: { parties: 0, destinations: [] },
}
const military: Lens = { ...plain, use: 'military' }
const reExport: Lens = { ...plain, route: 're-export' }

const GAP = between('2026-11-11', '2026-11-19')
const PAUSE = between('2026-11-20', '2027-01-10')

function aFlip(cell: string, days: Interval, to: Status, lens: Lens = plain, because = ['notice']): Flip {
  const [material = '', form = ''] = cell.split('/')
  const answer = (status: Status, namedLines: number) => ({
    ...{ status, resumes: null, floor: 'not-controlled' as const, beforeEffect: false },
    ...{ coverage: 'whole' as const, namedLines },
  })
  return {
    material,
    form,
    lens,
    ...days,
    before: answer('pause-ended', 0),
    after: answer(to, form.length),
    next: null,
    because,
  }
}

const told = (flips: readonly Flip[]) =>
  groupsOf(flips).map(({ from, after, cells, lenses }) => ({
    from,
    to: after.status,
    cells: cells.map(({ material, form }) => `${material}/${form}`),
    questions: lenses.map(({ use, route }) => `${route}, ${use}`),
  }))

describe('cells that flip', () => {
  test('are told once where they flip alike, however many goods of a form are named', () => {
    expect(told([aFlip('Ho/metal', GAP, 'licence'), aFlip('Er/powder', GAP, 'licence')])).toEqual([
      { from: '2026-11-11', to: 'licence', cells: ['Ho/metal', 'Er/powder'], questions: ['export, civil'] },
    ])
  })

  test('stand apart by their days and by what they become', () => {
    expect(told([aFlip('Ho/metal', PAUSE, 'paused'), aFlip('Ho/metal', GAP, 'licence')]).map(({ to }) => to)).toEqual([
      'licence',
      'paused',
    ])
  })

  test('name every question under which the very same cells do it, the plainest first', () => {
    const flips = [military, plain].flatMap((lens) => [
      aFlip('Ho/metal', GAP, 'licence', lens),
      aFlip('Er/metal', GAP, 'licence', lens),
    ])

    expect(told(flips)).toEqual([
      {
        from: '2026-11-11',
        to: 'licence',
        cells: ['Ho/metal', 'Er/metal'],
        questions: ['export, civil', 'export, military'],
      },
    ])
  })

  test('are told first as the plain question shows them, whatever comes earlier', () => {
    const flips = [aFlip('Ho/metal', GAP, 'licence', reExport), aFlip('Ho/metal', PAUSE, 'paused')]

    expect(told(flips).map(({ questions }) => questions)).toEqual([['export, civil'], ['re-export, civil']])
  })

  test('stand in exactly one group with all their causes, and are counted once', () => {
    const flips = [
      aFlip('Ho/metal', GAP, 'licence', plain, ['a']),
      aFlip('Ho/metal', PAUSE, 'paused'),
      aFlip('Er/metal', GAP, 'licence', plain, ['b']),
      aFlip('Ho/metal', GAP, 'licence', military),
    ]
    const groups = groupsOf(flips)

    expect(groups.reduce((count, { cells, lenses }) => count + cells.length * lenses.length, 0)).toBe(flips.length)
    expect(groups[0]?.because).toEqual(['a', 'b'])
    expect(cellsIn(flips)).toBe(2)
  })
})
