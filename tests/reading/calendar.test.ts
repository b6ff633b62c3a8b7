import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAddress } from '@/lib/contract/address-reading'
import type { Exhibit } from '@/lib/contract/exhibit'
import { statusOf } from '@/lib/contract/refusal'
import { closeDatabase } from '@/lib/db/client'
import { canonicalJson } from '@/lib/formats/canonical'
import { calendarFile } from '@/lib/formats/icalendar'
import { localDate } from '@/lib/ledger/interval'
import { openAt } from '@/lib/reading/door'
import { readExhibit } from '@/lib/reading/exhibit'
import { legalCalendar } from '@/lib/reading/legal-calendar'
import { readPage } from '@/lib/reading/page'
import { useDatabase } from '../support/database'

beforeAll(async () => {
  await useDatabase('record')
})
afterAll(closeDatabase)

const TODAY = localDate('2026-11-22')

function at(path: string) {
  const read = readAddress(path.split('/').slice(2))
  if (!read.ok) throw new Error(`not an address: ${path}`)
  return read.value
}

async function exhibitAt(view: string): Promise<Exhibit> {
  const exhibit = await readExhibit(at(`/r/1/2026-11-22/${view}`), TODAY)
  if (!exhibit.ok) throw new Error(JSON.stringify(exhibit.refusal))
  return exhibit.value
}

function table(exhibit: Exhibit, key: string) {
  const found = exhibit.tables.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no table ${key}`)
  const column = (name: string) => found.columns.findIndex((one) => one.key === name)
  return { ...found, values: (name: string) => found.rows.map((row) => row[column(name)]) }
}

describe('the calendar', () => {
  test('leaves the site with what matters first, and with the silence as its page tells it', async () => {
    const exhibit = await exhibitAt('calendar')
    expect(table(exhibit, 'leading').values('on')).toEqual([
      '2026-11-10',
      '2026-11-27',
      '2026-12-02',
      '2026-12-18',
      '2027-01-10',
    ])
    expect(exhibit.sentences.slice(1).map((sentence) => sentence.split(':')[0])).toEqual([
      '10 November 2026',
      '27 November 2026',
      '2 December 2026',
      '18 December 2026',
      '10 January 2027',
    ])
    const silent = table(exhibit, 'silent')
    expect(silent.values('verifiedThrough')).toEqual(['2026-10-10'])
    expect(silent.values('days')).toEqual(['12 days overdue on 22 November 2026'])
    expect(silent.values('note')).toEqual([expect.stringContaining('No amending notice is known up to 2026-10-10')])
    expect(silent.values('author')).toEqual([expect.stringMatching(/./)])
  })

  test('has the days of the calendar file, under the same names', async () => {
    const page = await readPage(at('/r/1/2026-11-22/calendar'), TODAY)
    const file = await legalCalendar({ followed: { materials: [], regimes: [], kinds: [] }, before: null }, 'https://x')
    if (!page.ok || page.value.name !== 'calendar' || !file.ok) throw new Error('no calendar')
    const { silent, ahead, behind, due, dueLater } = page.value.page.calendar
    const told = [...silent, ...ahead, ...behind].map(({ day }) => `${day.id}@sluice`)
    const looks = [...due, ...dueLater].map(({ instrument }) => `${instrument.key}.look-due@sluice`)
    const { events } = file.value.document
    expect(events.map(({ uid }) => uid).toSorted()).toEqual([...told, ...looks].toSorted())
    expect(calendarFile(file.value.document)).toContain(
      'SUMMARY:Said\\, not law: New end date of the Kuala Lumpur arrangement',
    )
  })
})

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

  test.for([
    ['rehearsal/cn-2025-18', 'no-suspension 404 /r/1/2026-11-22/calendar'],
    ['rehearsal/cn-2025-57', 'no-suspension 404 /r/1/2026-11-22/rehearsal/cn-2025-70'],
    ['rehearsal/cn-us-2026-09-28-statement', 'no-suspension 404 /r/1/2026-11-22/calendar'],
    ['known/2025-10-20/rehearsal/cn-2025-70', 'no-suspension 404 /r/1/2026-11-22/known/2025-10-20/calendar'],
    [
      'rehearsal/cn-2025-70/until/2025-11-06',
      'before-suspension 404 /r/1/2026-11-22/rehearsal/cn-2025-70/until/2025-11-07',
    ],
    [
      'rehearsal/cn-2025-70/until/2031-11-23',
      'too-far-ahead 404 /r/1/2026-11-22/rehearsal/cn-2025-70/until/2031-11-22',
    ],
  ] as const)('of %s is refused: %s', async ([view, how]) => {
    const opened = await openAt(at(`/r/1/2026-11-22/${view}`), TODAY)
    if (opened.ok) throw new Error('let in')
    const { problems, nearest } = opened.refusal
    expect(`${problems.map(({ why }) => why).join(' ')} ${statusOf(opened.refusal)} ${nearest}`).toBe(how)
    if (nearest !== null) expect((await openAt(at(nearest), TODAY)).ok).toBe(true)
  })
})
