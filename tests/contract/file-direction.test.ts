import { describe, expect, test } from 'vitest'
import { savedName } from '@/lib/contract/export-address'
import { directFile } from '@/lib/contract/file-direction'
import { sayProblem } from '@/lib/contract/problem-words'

const direct = (path: string, query = '') => directFile(path, new URLSearchParams(query))

describe('a request for a file', () => {
  test.each(['/matrix', '/r/1/2025-11-08/matrix', '/', '/s/2345.csv', '/og.png', '/materials/Dy/og.png'])(
    'is none at %s',
    (path) => {
      expect(direct(path)).toBe(null)
    },
  )

  test.each([
    ['/r/1/2025-11-08/matrix.csv', 'pinned', 'csv', null],
    ['/r/1/2025-11-08/to/US/materials/Dy.entries.csv', 'pinned', 'csv', 'entries'],
    ['/matrix.xlsx', 'now', 'xlsx', null],
    ['/to/US/matrix.json', 'now', 'json', null],
    ['/materials/Dy.svg', 'now', 'svg', null],
  ])('leads from %s to the answer there', (path, go, suffix, table) => {
    expect(direct(path)).toMatchObject({ go: 'file', file: { suffix, table }, of: { go } })
  })

  test.each([
    ['/r/1/2025-11-08/matrix.CSV', '', '/r/1/2025-11-08/matrix.csv'],
    ['/R/1/2025-11-08/from/cn/matrix.csv', '', '/r/1/2025-11-08/matrix.csv'],
    ['/Matrix.json', '', '/matrix.json'],
    ['/materials/dy.csv', '', '/materials/Dy.csv'],
    ['/matrix.csv', 'to=US', '/to/US/matrix.csv'],
    ['/r/1/2025-11-08/matrix.csv', 'scope=all', '/r/1/2025-11-08/scope/all/matrix.csv'],
  ])('moves from %s?%s to the one spelling', (path, query, to) => {
    expect(direct(path, query)).toEqual({ go: 'moved', to })
  })

  test('fills in a day from the question', () => {
    expect(direct('/matrix.csv', 'on=2025-11-08')).toMatchObject({ go: 'file', of: { go: 'pin', on: '2025-11-08' } })
  })

  test.each(['/regimes.png', '/about.csv', '/r/1/2025-11-08/matrix.cells.json', '/r/1/tomorrow/matrix.csv'])(
    'is refused at %s',
    (path) => {
      expect(direct(path)).toMatchObject({ go: 'refused' })
    },
  )

  test('of what is not drawn, is told under which suffixes it can be had', () => {
    const direction = direct('/r/1/2025-11-08/sources.svg')
    if (direction?.go !== 'refused') throw new Error('not refused')
    expect(direction.refusal.problems.map(sayProblem)).toEqual([
      'This view is not drawn; it can be had as csv, json, xlsx.',
    ])
    expect(direct('/about.svg')).toMatchObject({ refusal: { problems: [{ why: 'unknown-view' }] } })
    expect(direct('/sources.rests.svg')).toMatchObject({ refusal: { problems: [{ why: 'unknown-view' }] } })
  })

  test.each(['/data/r/1/provisions.csv', '/icon.svg', '/api/v1/openapi.json'])('leaves %s alone', (path) => {
    expect(direct(path)).toEqual({ go: 'elsewhere' })
  })
})

test('a file is kept under a name that tells its question', () => {
  const name = savedName('/r/1/2025-11-08/to/US/materials/Dy', { suffix: 'csv', table: 'entries' })
  expect(name).toBe('sluice-r1-2025-11-08-to-US-materials-Dy.entries.csv')
})
