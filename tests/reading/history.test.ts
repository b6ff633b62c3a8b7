import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { sayProblem } from '@/lib/contract/problem-words'
import { statusOf } from '@/lib/contract/refusal'
import { closeDatabase } from '@/lib/db/client'
import { type Database, openDatabase } from '@/lib/db/connection'
import { ledgerAt } from '@/lib/db/ledger'
import { groupsOf } from '@/lib/ledger/impact-groups'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { openAt } from '@/lib/reading/door'
import { type Page, readPage } from '@/lib/reading/page'
import { replacementOf } from '@/lib/reading/replaced'
import { searchPage } from '@/lib/reading/search-page'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { appendHistory, EVENT, GONE, SOURCE, SUSPENSION, TWICE } from '../support/revisions'

let database: Database
let asLoaded: WholeRecord
const before = new Map<string, string>()

/** The pages that exist at revision 1, and must read the same for ever. */
const AT_FIRST = [
  '/r/1/2026-11-22/changes',
  '/r/1/2026-11-22/changes/1',
  `/r/1/2026-11-22/history/provision/${SUSPENSION}`,
  '/r/1/2026-11-22/history/material/Dy',
]

async function page<Name extends Page['name']>(
  name: Name,
  path: string,
): Promise<Extract<Page, { name: Name }>['page']> {
  const answer = await readPage(coordinatesOf(path))
  if (!answer.ok) throw new Error(`${path}: ${answer.refusal.problems.map(({ why }) => why).join()}`)
  if (answer.value.name !== name) throw new Error(`${path} is ${answer.value.name}`)
  return answer.value.page as never
}

async function whole(path: string): Promise<string> {
  return JSON.stringify(await readPage(coordinatesOf(path)))
}

function coordinatesOf(path: string): Coordinates {
  const read = readAddress(path.split('/').slice(2))
  if (!read.ok) throw new Error(`not an address: ${path}`)
  return read.value
}

async function refusal(path: string) {
  const opened = await openAt(coordinatesOf(path))
  if (opened.ok) throw new Error(`${path} is open`)
  return opened.refusal
}

beforeAll(async () => {
  database = openDatabase(await useDatabase('record'))
  await anaAndBen(database)
  const first = await ledgerAt(1)
  if (first === null) throw new Error('revision 1 is not there')
  asLoaded = first
  for (const path of AT_FIRST) before.set(path, await whole(path))

  await appendHistory(database)
}, 60_000)

afterAll(async () => {
  await database.close()
  await closeDatabase()
})

describe('the revisions', () => {
  test('are listed with kind, reason, name, marks and how much they moved, the newest first', async () => {
    const { entries, earlier, later } = await page('changes', '/r/7/2026-11-24/changes')
    expect(
      entries.map(({ revision, marks, records, cells }) => [
        revision.number,
        revision.kind,
        marks.publisher,
        records,
        cells === null ? null : cells > 0,
      ]),
    ).toEqual([
      [7, 'correction', 'Ben of Sluice', 1, true],
      [6, 'correction', 'Ben of Sluice', 4, false],
      [5, 'addition', 'Ben of Sluice', 5, false],
      [4, 'verification', 'Ben of Sluice', 0, false],
      [3, 'correction', null, 1, true],
      [2, 'law', 'Ben of Sluice', 1, true],
      [1, 'addition', null, entries.at(-1)?.records, null],
    ])
    expect(entries.at(-1)?.records).toBe(Object.values(asLoaded).reduce((sum, list) => sum + list.length, 0))
    expect([earlier, later]).toEqual([null, null])
  })

  test('before one of them begin with the one before it', async () => {
    const { entries, later, before: said } = await page('earlier', '/r/7/2026-11-24/changes/before/3')
    expect(entries.map(({ revision }) => revision.number)).toEqual([2, 1])
    expect([said, later]).toEqual([3, 'newest'])
    expect((await page('earlier', '/r/7/2026-11-24/changes/before/1')).entries).toEqual([])
  })
})

describe('what was published in a hurry', () => {
  const markAt = async (path: string) => {
    const { entries } = await page('changes', path)
    return entries.find(({ revision }) => revision.number === 3)?.marks.urgent
  }

  test('waits for its review through the day it is due, and is overdue on every later day', async () => {
    const waiting = { due: '2026-11-23', reviewedIn: null }
    expect(await markAt('/r/3/2026-11-23/changes')).toEqual({ ...waiting, overdue: false })
    expect(await markAt('/r/3/2026-11-24/changes')).toEqual({ ...waiting, overdue: true })
  })

  test('is reviewed from the revision on that says so, and at no earlier one', async () => {
    expect(await markAt('/r/4/2026-11-24/changes')).toEqual({ due: '2026-11-23', reviewedIn: 4, overdue: false })
    expect((await page('change', '/r/4/2026-11-24/changes/4')).marks.reviews).toBe(3)
  })
})

describe('a revision', () => {
  test('tells what it changed in sentences, and which cells flip', async () => {
    const { changes, impact, against, next } = await page('change', '/r/7/2026-11-24/changes/2')
    expect(changes.map(({ name, what, sentences }) => [name, what, ...sentences])).toEqual([
      [
        'No. 70 of 2025, suspension of No. 57 of 2025',
        'changed',
        'Last day in force changed from 10 November 2026 to 10 January 2027. The first day after it is 11 January 2027.',
      ],
    ])
    expect([against?.number, next]).toEqual([1, 3])
    const [group] = groupsOf(impact?.flips ?? [])
    expect(group?.materials).toEqual(expect.arrayContaining(['Eu', 'Ho', 'Er', 'Tm', 'Yb']))
    expect([group?.from, group?.to, group?.before.status, group?.after.status]).toEqual([
      '2026-11-11',
      '2027-01-11',
      'pause-ended',
      'paused',
    ])
    expect(impact?.firstDay).toBe('2026-11-11')
  })

  test('is told against any other', async () => {
    const { changes, isNeighbour } = await page('change', '/r/7/2026-11-24/changes/7/against/1')
    expect(changes.map(({ name, what }) => `${what} ${name}`)).toEqual([
      'changed No. 70 of 2025, suspension of No. 57 of 2025',
      'recorded A source of the test',
    ])
    expect(isNeighbour).toBe(false)
    const back = await page('change', '/r/7/2026-11-24/changes/2/against/3')
    expect(back.changes[0]?.sentences[0]).toMatch(/changed from 30 November 2026 to 10 January 2027/)
  })

  test('says why what it withdrew is gone', async () => {
    const { changes } = await page('change', '/r/7/2026-11-24/changes/6')
    expect(
      changes.map(({ key, what, retirement }) => [key, what, retirement?.why, retirement?.replacedBy?.key]),
    ).toEqual([
      [GONE, 'withdrawn', 'Nobody can find it.', undefined],
      [TWICE, 'withdrawn', 'It was told twice.', SOURCE],
      [EVENT, 'withdrawn', 'It never took place.', undefined],
      [`${EVENT}-again`, 'withdrawn', 'It was told twice.', EVENT],
    ])
  })

  test('that is taken back says so from then on', async () => {
    expect((await page('change', '/r/6/2026-11-24/changes/2')).marks.revertedIn).toEqual([])
    expect((await page('change', '/r/7/2026-11-24/changes/2')).marks.revertedIn).toEqual([7])
    expect((await page('change', '/r/7/2026-11-24/changes/7')).marks.reverts).toBe(2)
  })

  test('of the first files counts its records and compares them with nothing', async () => {
    const { counts, changes, impact, against } = await page('change', '/r/7/2026-11-24/changes/1')
    expect(counts.find(({ kind }) => kind === 'provision')?.records).toBe(asLoaded.provisions.length)
    expect([changes, impact, against]).toEqual([[], null, null])
  })
})

describe('a record', () => {
  test('tells every version, the newest first, each against the one before', async () => {
    const { steps, stands, instrument, earlier } = await page(
      'history',
      `/r/7/2026-11-24/history/provision/${SUSPENSION}`,
    )
    expect(
      steps.map(({ revision, change }) => [revision.number, change.what, change.sentences[0]?.slice(0, 61)]),
    ).toEqual(
      [
        [7, 'changed', 'Last day in force changed from 30 November 2026 to 10 November'],
        [3, 'changed', 'Last day in force changed from 10 January 2027 to 30 November'],
        [2, 'changed', 'Last day in force changed from 10 November 2026 to 10 January'],
        [1, 'recorded', 'Instrument: No. 70 of 2025.'],
      ].map(([number, what, words]) => [number, what, String(words).slice(0, 61)]),
    )
    expect([stands, instrument, earlier]).toEqual([true, 'cn-2025-70', null])
  })

  test('that was withdrawn says since when, why, and what took its place', async () => {
    const { steps, stands, name } = await page('history', `/r/7/2026-11-24/history/event/${EVENT}-again`)
    expect([stands, name]).toEqual([false, 'A deadline of the test'])
    expect(steps.map(({ revision, change, retirement }) => [revision.number, change.what, retirement?.why])).toEqual([
      [6, 'withdrawn', 'It was told twice.'],
      [5, 'recorded', undefined],
    ])
    const atFive = await page('history', `/r/5/2026-11-24/history/event/${EVENT}-again`)
    expect([atFive.stands, atFive.steps.length]).toEqual([true, 1])
  })

  test('that never stood is refused, with the nearest that did', async () => {
    const { problems, nearest } = await refusal('/r/7/2026-11-24/history/material/Dx')
    expect([problems.map(({ why }) => why), nearest]).toEqual([['unknown-key'], '/r/7/2026-11-24/history/material/Dy'])
    expect((await refusal(`/r/4/2026-11-24/history/event/${EVENT}`)).problems[0]?.why).toBe('unknown-key')
  })
})

describe('a key that was retired', () => {
  test('leads to what took its place, all else as it was', async () => {
    const { problems, nearest } = await refusal(`/r/7/2026-11-24/to/US/sources/${TWICE}`)
    expect(problems).toEqual([
      {
        why: 'retired',
        kept: 'source',
        value: TWICE,
        revision: 6,
        day: '2026-11-22',
        reason: 'It was told twice.',
        replacedBy: SOURCE,
      },
    ])
    expect(nearest).toBe(`/r/7/2026-11-24/to/US/sources/${SOURCE}`)
    const coordinates = coordinatesOf(`/r/7/2026-11-24/to/US/sources/${TWICE}`)
    expect((await replacementOf(coordinates))?.view).toEqual({ name: 'source', key: SOURCE })
  })

  test('without a replacement says why, and leads to the last revision where it stood', async () => {
    const refused = await refusal(`/r/7/2026-11-24/sources/${GONE}`)
    expect(statusOf(refused)).toBe(410)
    expect(refused.problems.map(sayProblem)).toEqual([
      `The source “${GONE}” was taken out of this record with revision 6, on 22 November 2026. Nobody can find it.`,
    ])
    expect(refused.nearest).toBe(`/r/5/2026-11-24/sources/${GONE}`)
    expect((await openAt(coordinatesOf(refused.nearest ?? ''))).ok).toBe(true)
    expect(await replacementOf(coordinatesOf(`/r/7/2026-11-24/sources/${GONE}`))).toBeNull()
  })

  test('is unknown before it was recorded, and stands until it was retired', async () => {
    expect((await refusal(`/r/4/2026-11-24/sources/${TWICE}`)).problems[0]?.why).toBe('unknown-key')
    expect((await page('source', `/r/5/2026-11-24/sources/${TWICE}`)).source.key).toBe(TWICE)
    expect(await replacementOf(coordinatesOf(`/r/5/2026-11-24/sources/${TWICE}`))).toBeNull()
  })
})

describe('a search', () => {
  test('for the key of what was taken out leads to its history', async () => {
    const { groups } = await searchPage(GONE)
    expect(groups[0]).toEqual({
      kind: 'retired',
      found: [{ key: GONE, href: `/history/source/${GONE}`, label: GONE, language: null, zh: null, note: 'source' }],
      total: 1,
    })
    expect(groups.slice(1).flatMap(({ found }) => found.map(({ key }) => key))).not.toContain(GONE)
    const [standing] = (await searchPage(SOURCE)).groups
    expect([standing?.kind, standing?.found[0]?.key]).toEqual(['sources', SOURCE])
  })
})

describe('an address', () => {
  test('tells nothing of revisions after its own, and leads to where they are told', async () => {
    const { problems, nearest } = await refusal('/r/2/2026-11-24/changes/3/against/4')
    expect(problems).toEqual([
      { why: 'later-revision', value: 3, at: 2 },
      { why: 'later-revision', value: 4, at: 2 },
    ])
    expect(nearest).toBe('/r/4/2026-11-24/changes/3/against/4')
    expect((await refusal('/r/2/2026-11-24/changes/99')).nearest).toBe('/r/2/2026-11-24/changes')
  })

  test('at an old revision says the same after every later one', async () => {
    for (const path of AT_FIRST) expect(await whole(path), path).toBe(before.get(path))
    const at = { ...(await page('changes', '/r/6/2026-11-24/changes')) }
    expect(at.entries.flatMap(({ marks }) => marks.revertedIn)).toEqual([])
  })

  test('names no person who did not choose to be named', async () => {
    const all = await Promise.all(
      ['changes', 'changes/3', 'changes/4', `history/provision/${SUSPENSION}`].map((view) =>
        whole(`/r/7/2026-11-24/${view}`),
      ),
    )
    expect(all.join()).not.toMatch(/"ana"|"ben"|example\.org|"Ana"|"Ben"/)
    expect(all.join()).toContain('Ben of Sluice')
  })
})
