import { expect, test } from 'vitest'
import { jsonDifferences } from '@/lib/operating/snapshot-differences'
import { anExhibit } from '../support/exhibits'

const cell = (form: string, status: string) => ({ material: 'Dy', form, status, next: null })

test('two answers that say the same differ nowhere', () => {
  expect(jsonDifferences(anExhibit() as never, structuredClone(anExhibit()) as never)).toEqual([])
})

test('each word and each cell that reads otherwise is named once, wherever it stands', () => {
  const before = { title: 'A', cells: [cell('metal', 'licence'), cell('oxide', 'licence')], sentences: ['one', 'two'] }
  const after = {
    title: 'B',
    cells: [cell('oxide', 'licence'), cell('metal', 'paused')],
    sentences: ['one'],
    grid: null,
  }
  expect(jsonDifferences(before, after)).toEqual([
    { at: 'title', before: 'A', after: 'B' },
    { at: 'cells.Dy/metal.status', before: 'licence', after: 'paused' },
    { at: 'sentences.1', before: 'two', after: undefined },
    { at: 'grid', before: undefined, after: null },
  ])
})

test('a list is not an object with the same members', () => {
  expect(jsonDifferences({ a: ['x'] }, { a: { 0: 'x' } })).toEqual([{ at: 'a', before: ['x'], after: { 0: 'x' } }])
})
