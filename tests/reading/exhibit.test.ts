import { describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { exhibit } from '@/lib/contract/exhibit'
import type { View } from '@/lib/contract/view'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import { exhibitOf } from '@/lib/reading/exhibit'
import type { Opened } from '@/lib/reading/opened'
import { lawOf } from '@/lib/reading/opened'
import { pageOf } from '@/lib/reading/page'
import { theRecord } from '../support/record'

const record = theRecord()
const RECORDED_ON = localDate('2026-11-21')

function opened(view: View, over: Partial<Coordinates> = {}): Opened {
  const question = plainQuestion(localDate('2026-11-20'))
  const coordinates: Coordinates = { revision: 1, question, scope: 'rare-earths', by: 'form', view, ...over }
  const law = lawOf(record, coordinates.question.known)
  return { coordinates, record, law, today: localDate('2026-11-22') }
}

async function exhibited(view: View, over: Partial<Coordinates> = {}) {
  const made = exhibitOf(await pageOf(opened(view, over)), RECORDED_ON)
  if (made === null) throw new Error(`no exhibit of ${view.name}`)
  return made
}

const VIEWS: readonly View[] = [
  { name: 'matrix' },
  { name: 'material', key: 'Dy' },
  { name: 'material', key: 'Ho' },
  { name: 'proof', material: 'Ho', form: 'metal' },
  { name: 'regimes' },
  { name: 'regime', key: 'october-9' },
  { name: 'instruments' },
  { name: 'instrument', key: 'cn-2025-57' },
  { name: 'instrument', key: 'cn-2025-70' },
  { name: 'sources' },
  ...record.sources.slice(0, 1).map(({ key }): View => ({ name: 'source', key })),
]

describe.each(VIEWS)('the exhibit of $name $key', (view) => {
  test('x', async () => {
    const made = await exhibited(view)
    expect(exhibit.parse(made)).toEqual(made)
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
    for (const table of made.tables) for (const row of table.rows) expect(row.length).toBe(table.columns.length)
  })
})
