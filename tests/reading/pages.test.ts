import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import type { Exhibit } from '@/lib/contract/exhibit'
import type { View } from '@/lib/contract/view'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { calendarFile } from '@/lib/formats/icalendar'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { briefingOf } from '@/lib/reading/briefing'
import { changesPage } from '@/lib/reading/changes'
import { readExhibit } from '@/lib/reading/exhibit'
import { instrumentPage, instrumentsPage, regimePage, regimesPage } from '@/lib/reading/law-pages'
import { legalCalendar } from '@/lib/reading/legal-calendar'
import { materialPage } from '@/lib/reading/material'
import { matrixPage } from '@/lib/reading/matrix'
import type { Opened } from '@/lib/reading/opened'
import { lawOf } from '@/lib/reading/opened'
import { readPage } from '@/lib/reading/page'
import { proofPage } from '@/lib/reading/proof'
import { aboutPage, sourcePage, sourcesPage } from '@/lib/reading/record-pages'
import { useDatabase } from '../support/database'

let record: WholeRecord

beforeAll(async () => {
  await useDatabase('record')
  const found = await ledgerAt(1)
  if (found === null) throw new Error('revision 1 is not there')
  record = found
})
afterAll(closeDatabase)

const TODAY = localDate('2026-11-22')

function openedOn(day: string, over: Partial<Coordinates['question']> = {}): Opened {
  const question = { ...plainQuestion(localDate(day)), ...over }
  const view: View = { name: 'matrix' }
  const coordinates: Coordinates = { revision: 1, question, scope: 'rare-earths', by: 'form', view }
  return { coordinates, record, law: lawOf(record, question.known), today: TODAY }
}

const one = <Item extends { readonly key: string }>(items: readonly Item[], key: string): Item => {
  const found = items.find((item) => item.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}

describe('the matrix page', () => {
  test('tells on 22 November 2026 which rare earths are open, licensed and unclear', () => {
    const page = matrixPage(openedOn('2026-11-22'))
    expect(
      page.summary.map(({ status, rows }) => `${status}: ${rows.map((row) => row.material.key).join(' ')}`),
    ).toEqual(['not-controlled: La Ce Pr Nd Pm', 'licence: Sc Y Sm Gd Tb Dy Lu', 'pause-ended: Eu Ho Er Tm Yb'])
  })

  test('names the days on which something changes, and the suspension that ran out in silence', () => {
    const page = matrixPage(openedOn('2026-11-22'))
    expect(page.changeDays.map((day) => day.on)).toEqual(['2025-04-04', '2025-10-09', '2025-11-07', '2026-11-11'])
    expect(page.briefing?.silent.map(({ day, toldOn }) => [day.instrument?.key, toldOn])).toEqual([
      ['cn-2025-70', '2026-11-10'],
    ])
  })

  test('tells in its briefing what is claimed and no instrument gives, and the days that come', () => {
    const briefing = briefingOf(openedOn('2026-11-22'))
    expect(briefing.loudest?.claim.key).toBe('2026-09-28-mofcom-extended')
    expect(briefing.loudest?.gap).toMatchObject({ word: 'none', waited: 55 })
    expect(briefing.ahead.map(({ day, toldOn }) => `${toldOn} ${day.kind}`)).toEqual([
      '2026-11-27 suspension-ends',
      '2026-12-02 licence-term',
      '2026-12-18 licence-term',
      '2027-01-10 deadline',
    ])
  })

  test('tells in its briefing only what had been said, and measured, by the asked day', () => {
    const briefing = briefingOf(openedOn('2025-11-08'))
    expect(briefing.silent).toEqual([])
    expect(briefing.loudest?.claim.saidOn).toBe('2025-11-01')
    expect(briefing.chart?.points.length).toBeGreaterThan(1)
    expect(briefing.chart?.points.filter(({ days }) => days.to > '2025-11-09')).toEqual([])
    expect(briefingOf(openedOn('2024-01-01'))).toMatchObject({ loudest: null, chart: null })
    const known = briefingOf(openedOn('2026-11-22', { known: localDate('2025-10-20') }))
    expect(known.loudest?.claim.saidOn && known.loudest.claim.saidOn <= '2025-10-20').toBe(true)
    expect(known.chart?.points.filter(({ days }) => days.to > '2025-10-21')).toEqual([])
  })

  test('leaves claims and shipments out where another way than exports from China is asked about', () => {
    for (const way of [{ from: 'MY' }, { route: 're-export' as const }]) {
      const briefing = briefingOf(openedOn('2026-11-22', way))
      expect(briefing).toMatchObject({ isPlainWay: false, loudest: null, chart: null })
      expect(briefing.ahead.length).toBeGreaterThan(0)
    }
  })

  test('names as movers only the notices that move its cells', () => {
    const movers = matrixPage(openedOn('2026-11-22')).changeDays.map(
      ({ on, instruments }) => `${on} ${instruments.map(({ key }) => key).join(' ')}`,
    )
    expect(movers).toEqual([
      '2025-04-04 cn-2025-18',
      '2025-10-09 cn-2025-57',
      '2025-11-07 cn-2025-70',
      '2026-11-11 cn-2025-70',
    ])
  })

  test('is verified no further than the earliest look that one of its cells rests on', () => {
    expect(matrixPage(openedOn('2026-09-01')).verifiedThrough).toBe('2026-10-10')
    expect(matrixPage(openedOn('2026-09-01', { party: 'american-photonics' })).verifiedThrough).toBe('2025-08-12')
  })

  test('counts no form as listed where no rule names one', () => {
    const { rows } = matrixPage(openedOn('2026-11-22')).matrix
    const listed = (key: string) => rows.find((row) => row.material.key === key)?.rollup.anyListed
    expect(listed('La')).toBe(false)
    expect(listed('Dy')).toBe(true)
  })

  test('says of Malaysian ore where a rule does name it', () => {
    const opened = openedOn('2026-11-22')
    const page = matrixPage({ ...opened, coordinates: { ...opened.coordinates, scope: 'all' } })
    const ways = (key: string) => page.matrix.rows.find((row) => row.material.key === key)?.elsewhere
    expect(ways('my-raw-ree')).toEqual([{ route: 'export', from: 'MY' }])
    expect(ways('foreign-made-ree-items')).toMatchObject([{ route: 'foreign-made' }])
    expect(ways('Dy')).toEqual([])
    expect(ways('La')).toEqual([])
  })

  test('shows the statement of 28 September 2026 beside the cells whose pause has ended', () => {
    const page = matrixPage(openedOn('2026-11-22'))
    expect(page.claims.map((claim) => claim.key)).toContain('2026-09-28-mofcom-extended')
    expect(page.claimed).toContain('Ho/metal')
    expect(page.claimed).not.toContain('Dy/metal')
  })

  test('is marked as lying ahead only when its day does', () => {
    expect(matrixPage(openedOn('2026-11-22')).future).toBe(false)
    expect(matrixPage(openedOn('2026-11-23')).future).toBe(true)
  })

  test('knows on 20 October 2025 nothing of the suspension of November', () => {
    const page = matrixPage(openedOn('2025-11-08', { known: localDate('2025-10-20') }))
    const holmium = page.matrix.rows.find((row) => row.material.key === 'Ho')
    expect(holmium?.rollup.status).toBe('licence')
  })
})

describe('the proof page', () => {
  test('carries the dispute about the last day on the last day and the day after, and not on other days', () => {
    const disputes = (day: string) => proofPage(openedOn(day), 'Ho', 'metal').proof.boundaries.map((b) => b.lastDay)
    expect(disputes('2026-11-09')).toEqual([])
    expect(disputes('2026-11-10')).toEqual(['2026-11-10'])
    expect(disputes('2026-11-11')).toEqual(['2026-11-10'])
    expect(disputes('2026-11-12')).toEqual([])
  })

  test('says what would flip an ended pause: a look at No. 70, or a notice that extends it', () => {
    const { flips } = proofPage(openedOn('2026-11-22'), 'Ho', 'metal').proof
    expect(flips.map((flip) => flip.kind)).toEqual(['verified', 'suspension-extended'])
    expect(flips[0]).toMatchObject({ through: '2026-11-11', becomes: 'licence', instrument: { key: 'cn-2025-70' } })
  })

  test('names every source that its lines cite', () => {
    const page = proofPage(openedOn('2026-11-22'), 'Dy', 'metal')
    const cited = page.proof.answer.lines.flatMap((line) => line.provision.sources.map(({ source }) => source))
    expect(cited.filter((key) => page.sources[key] === undefined)).toEqual([])
  })
})

describe('what is told beside the law', () => {
  test('a claim known to the month is dated to the month, and counts from its last day', () => {
    const page = materialPage(openedOn('2026-11-22'), one(record.materials, 'Dy'))
    expect(record.claims.filter((claim) => claim.precision === 'month' && claim.saidOn.length > 7)).not.toEqual([])
    expect(page.claims.filter((claim) => claim.precision === 'month' && claim.saidOn.length > 7)).toEqual([])
    const claim = record.claims.find(({ key }) => key === '2025-11-white-house-controls-eliminated')
    expect(claim?.precision).toBe('month')
    const said = (day: string) => proofPage(openedOn(day), 'Dy', 'metal').claims.some(({ key }) => key === claim?.key)
    expect([said('2025-11-29'), said('2025-11-30')]).toEqual([false, true])
  })
})

describe('the material page', () => {
  test.for(['Dy', 'Ho', 'La', 'smco', 'Ga'])('of %s draws every form, and its strip covers all days', (key) => {
    const material = one(record.materials, key)
    const page = materialPage(openedOn('2026-11-22'), material)
    expect(page.forms.map((lane) => lane.form.key).sort()).toEqual([...material.forms].sort())
    expect(page.strip[0]?.from).toBe(page.coversFrom)
    expect(page.strip.at(-1)?.to).toBeNull()
  })

  test('of holmium has a lane for the rule and one for what suspends it', () => {
    const page = materialPage(openedOn('2026-11-22'), one(record.materials, 'Ho'))
    expect(page.lanes.map((lane) => lane.instrument.key)).toEqual(['cn-2025-57', 'cn-2025-70'])
    expect(page.lanes[0]?.spans.map((span) => `${span.from} ${span.state}${span.firm ? '' : ' unverified'}`)).toEqual([
      '2025-10-09 announced',
      '2025-11-07 suspended',
      '2026-11-11 in-force unverified',
    ])
  })
})

describe('the pages of the law', () => {
  test('every regime and every instrument has one', () => {
    const opened = openedOn('2026-11-22')
    for (const regime of record.regimes) expect(regimePage(opened, regime).regime).toBe(regime)
    for (const instrument of record.instruments) {
      expect(instrumentPage(opened, instrument).provisions.length).toBe(
        record.provisions.filter((line) => line.instrument === instrument.key).length,
      )
    }
    expect(regimesPage(opened).regimes).toHaveLength(record.regimes.length)
    expect(instrumentsPage(opened).instruments).toHaveLength(record.instruments.length)
  })

  test('the October package is told to be unclear in every cell it reaches', () => {
    const page = regimePage(openedOn('2026-11-22'), one(record.regimes, 'october-9'))
    expect(page.rollup?.status).toBe('pause-ended')
  })

  test('No. 57 is acted on by No. 70, and No. 70 acts on the six notices of October', () => {
    const opened = openedOn('2026-06-01')
    expect(instrumentPage(opened, one(record.instruments, 'cn-2025-57')).actedOnBy).toMatchObject([
      { instrument: { key: 'cn-2025-70' }, state: 'in-force' },
    ])
    expect(instrumentPage(opened, one(record.instruments, 'cn-2025-70')).actsOn.map(({ key }) => key)).toEqual([
      'cn-2025-55',
      'cn-2025-56',
      'cn-2025-57',
      'cn-2025-58',
      'cn-2025-61',
      'cn-2025-62',
    ])
  })
})

describe('the pages of the record', () => {
  test('what rests on each source adds up to every citation of the record', () => {
    const opened = openedOn('2026-11-22')
    const page = sourcesPage(opened)
    expect(page.sources).toHaveLength(record.sources.length)
    const cited = page.sources.reduce((sum, { rests }) => sum + rests.provisions, 0)
    expect(cited).toBe(record.provisions.reduce((sum, line) => sum + line.sources.length, 0))
    const no18 = sourcePage(opened, one(record.sources, 'mofcom-ann-2025-18'))
    expect(no18.provisions.length).toBeGreaterThan(0)
  })

  test('the record says how large it is and which revisions made it', async () => {
    const opened = openedOn('2026-11-22')
    expect(aboutPage(opened).counts.provisions).toBe(record.provisions.length)
    expect((await changesPage(opened)).entries.map(({ revision }) => revision.number)).toEqual([1])
  })
})

function at(path: string): Coordinates {
  const read = readAddress(path.split('/').slice(2))
  if (!read.ok) throw new Error(`not an address: ${path}`)
  return read.value
}

function table(exhibit: Exhibit, key: string) {
  const found = exhibit.tables.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no table ${key}`)
  const column = (name: string) => found.columns.findIndex((one) => one.key === name)
  return { ...found, values: (name: string) => found.rows.map((row) => row[column(name)]) }
}

describe('the calendar page', () => {
  test('leaves the site with what matters first, and with the silence as its page tells it', async () => {
    const made = await readExhibit(at('/r/1/2026-11-22/calendar'), TODAY)
    if (!made.ok) throw new Error('no exhibit')
    const exhibit = made.value
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
