import { describe, expect, test } from 'vitest'
import { readAddress } from '@/lib/contract/address-reading'
import type { Exhibit } from '@/lib/contract/exhibit'
import { canonicalJson } from '@/lib/formats/canonical'
import { localDate } from '@/lib/ledger/interval'
import { exhibitOf } from '@/lib/reading/exhibit'
import { lawOf } from '@/lib/reading/opened'
import { pageOf } from '@/lib/reading/page'
import { theRecord } from '../support/record'

const record = theRecord()

async function exhibitAt(view: string): Promise<Exhibit> {
  const read = readAddress(`1/2026-11-22/${view}`.split('/'))
  if (!read.ok) throw new Error(`not an address: ${view}`)
  const law = lawOf(record, read.value.question.known)
  const page = await pageOf({ coordinates: read.value, record, law, today: localDate('2026-11-22') })
  const exhibit = exhibitOf(page, localDate('2026-11-21'))
  if (exhibit === null) throw new Error(`no exhibit of ${view}`)
  return exhibit
}

function table(exhibit: Exhibit, key: string) {
  const found = exhibit.tables.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no table ${key}`)
  const column = (name: string) => found.columns.findIndex((one) => one.key === name)
  return { ...found, values: (name: string) => found.rows.map((row) => row[column(name)]) }
}

describe('a rehearsal', () => {
  test('that supposes a day says so wherever it goes', async () => {
    const exhibit = await exhibitAt('rehearsal/cn-2025-70/until/2027-01-10')
    const { title, description, clocks, sentences, notes, grid, tables } = exhibit
    for (const told of [title, description, clocks.at(-1), sentences[0], notes[0], grid?.title]) {
      expect(told).toMatch(/^Hypothetical/)
    }
    expect(tables.map((one) => one.key)).toEqual(['cells', 'groups', 'otherwise'])
    for (const one of tables) {
      expect(one.title).toMatch(/^Hypothetical/)
      expect(
        table(exhibit, one.key)
          .values('note')
          .every((note) => String(note).startsWith('Hypothetical')),
      ).toBe(true)
    }
    expect(exhibit.cells).toEqual([])
  })

  test('of what the record gives supposes nothing, and so does one of the record’s own day', async () => {
    const [recorded, same] = [
      await exhibitAt('rehearsal/cn-2025-70'),
      await exhibitAt('rehearsal/cn-2025-70/until/2026-11-10'),
    ]
    expect(canonicalJson(recorded)).not.toContain('ypothetical')
    expect(canonicalJson(same)).not.toContain('ypothetical')
    expect(same.tables).toEqual(recorded.tables)
  })

  test('never tells what comes back as a bare licence', async () => {
    for (const view of ['rehearsal/cn-2025-70', 'rehearsal/cn-2025-70/until/2026-06-30']) {
      const cells = table(await exhibitAt(view), 'cells')
      const [what, after, gives] = [cells.values('what'), cells.values('after'), cells.values('gives')]
      const closing = what.flatMap((one, row) => (one === 'closes' ? [`${after[row]} ${gives[row]}`] : []))
      expect([...new Set(closing)]).toEqual(['pause-ended licence'])
    }
  })

  test('that no cell of its question shows says so, and under which question some do', async () => {
    const { sentences } = await exhibitAt('scope/all/rehearsal/cn-2025-72')
    expect(sentences).toContain(
      'What No. 72 of 2025 suspends changes the status of none of these cells under this question. It changes some under others, over all materials:',
    )
    const seen = sentences.find((sentence) => sentence.startsWith('Exports from China to United States'))
    expect(seen).toMatch(/ 13 cells of Sb, Ga, Ge,/)
    const asked = await exhibitAt('to/US/scope/all/rehearsal/cn-2025-72')
    expect(table(asked, 'groups').values('gives')).toContain('refused in principle')
    expect(asked.sentences.some((sentence) => sentence.startsWith('What No. 72'))).toBe(false)
  })
})
