import { describe, expect, test } from 'vitest'
import { localDate } from '@/lib/ledger/interval'
import type { Event, WholeRecord } from '@/lib/ledger/testimony'
import { type Look, worklistOn } from '@/lib/ledger/worklist'
import { aLedger, anInstrument, aParty, aProvision, between } from '../support/builders'
import { theRecord } from '../support/record'

function aRecord(given: Partial<WholeRecord>): WholeRecord {
  return { ...aLedger(given), sources: [], events: [], claims: [], indicators: [], ...given }
}

function anEvent(given: Partial<Event>): Event {
  return {
    key: 'event',
    startsOn: '2025-06-01',
    endsOn: null,
    precision: 'day',
    title: 'Event',
    summary: '',
    kind: 'licensing',
    jurisdictions: ['CN'],
    regimes: [],
    instruments: ['notice'],
    status: 'occurred',
    confidence: 'high',
    sources: [],
    ...given,
  }
}

/** `notice since 2025-04-02: long-ago 2025-01-01`, as somebody would read the list aloud. */
function read(looks: readonly Look[]): readonly string[] {
  return looks.map(
    ({ instrument, overdueSince, reasons }) =>
      `${instrument.key} ${overdueSince === null ? 'soon' : `since ${overdueSince}`}: ${reasons.map(({ why, day }) => `${why} ${day}`).join(', ')}`,
  )
}

const looked = (through: string, key = 'notice') =>
  anInstrument({ key, issuedOn: localDate('2025-01-01'), verifiedThrough: localDate(through) })

const on = (record: WholeRecord, day: string) => read(worklistOn(record, localDate(day)))

describe('an instrument is to be looked at', () => {
  const starts = aRecord({
    instruments: [looked('2025-02-01')],
    provisions: [aProvision({ inForce: between('2025-03-01', '2025-04-30') })],
  })

  test('from the day on which something of it starts, and not before', () => {
    expect(on(starts, '2025-02-28')).toEqual([])
    expect(on(starts, '2025-03-01')).toEqual(['notice since 2025-03-01: date-passed 2025-03-01'])
    expect(on({ ...starts, instruments: [looked('2025-03-01')] }, '2025-04-30')).toEqual([])
  })

  test('from the first day without it', () => {
    const looks = { ...starts, instruments: [looked('2025-04-30')] }
    expect(on(looks, '2025-04-30')).toEqual([])
    expect(on(looks, '2025-05-01')).toEqual(['notice since 2025-05-01: date-passed 2025-05-01'])
  })

  test('when a party it lists is listed or taken off', () => {
    const party = aParty({
      instrument: 'notice',
      listedOn: localDate('2025-02-10'),
      delistedOn: localDate('2025-03-10'),
    })
    const record = aRecord({ instruments: [looked('2025-02-15')], provisions: [], parties: [party] })
    expect(on(record, '2025-03-09')).toEqual([])
    expect(on(record, '2025-03-10')).toEqual(['notice since 2025-03-10: date-passed 2025-03-10'])
  })

  test('ninety days after the last look, whatever happened, and a statement too', () => {
    const record = aRecord({ instruments: [{ ...looked('2025-01-01'), binding: 'statement' }], provisions: [] })
    expect(on(record, '2025-04-01')).toEqual([])
    expect(on(record, '2025-04-02')).toEqual(['notice since 2025-04-02: long-ago 2025-01-01'])
  })
})

describe('a suspension', () => {
  const record = (act: string, target: string) =>
    aRecord({
      instruments: [looked(act, 'act'), looked(target, 'notice')],
      provisions: [
        aProvision({ instrument: 'notice' }),
        aProvision({
          key: 'act-1',
          instrument: 'act',
          effect: 'suspend',
          targets: ['notice'],
          inForce: between('2025-02-01', '2025-03-31'),
        }),
      ],
    })

  test('is told thirty days before it ends, for what it suspends too', () => {
    expect(on(record('2025-02-20', '2025-02-20'), '2025-02-28')).toEqual([])
    expect(on(record('2025-02-20', '2025-02-20'), '2025-03-01')).toEqual([
      'act soon: suspension-ends 2025-03-31',
      'notice soon: suspension-ends 2025-03-31',
    ])
  })

  test('that ended with nothing on file comes first', () => {
    expect(on(record('2025-03-01', '2025-03-01'), '2025-04-01')).toEqual([
      'act since 2025-04-01: suspension-ended 2025-03-31',
      'notice since 2025-04-01: date-passed 2025-04-01',
    ])
  })

  test('is settled by a look on the first day after it', () => {
    expect(on(record('2025-04-01', '2025-04-01'), '2025-04-01')).toEqual([])
  })
})

describe('an event', () => {
  const record = (event: Partial<Event>, through = '2025-06-01') =>
    aRecord({ instruments: [looked(through)], provisions: [], events: [anEvent(event)] })

  test('tells of a licence that lapses soon, and then of one that lapsed since the last look', () => {
    const licence = record({ endsOn: '2025-07-31' })
    expect(on(licence, '2025-06-30')).toEqual([])
    expect(on(licence, '2025-07-01')).toEqual(['notice soon: event-ends 2025-07-31'])
    expect(on(licence, '2025-07-31')).toEqual(['notice soon: event-ends 2025-07-31'])
    expect(on(licence, '2025-08-01')).toEqual(['notice since 2025-08-01: event-passed 2025-07-31'])
    expect(on(record({ endsOn: '2025-07-31' }, '2025-07-31'), '2025-08-01')).toEqual([])
  })

  test('tells of each of two that lapse on one day, and of one only once', () => {
    const event = anEvent({ key: 'one', endsOn: '2025-07-31' })
    const events = [event, { ...event, key: 'another' }, event]
    const [look] = worklistOn(
      aRecord({ instruments: [looked('2025-06-01')], provisions: [], events }),
      localDate('2025-07-15'),
    )

    expect(look?.reasons.map((reason) => 'event' in reason && reason.event.key)).toEqual(['one', 'another'])
  })

  test('that is a deadline lapses on its own day, and a month with its last day', () => {
    expect(on(record({ kind: 'deadline', startsOn: '2025-06-20' }), '2025-06-10')).toEqual([
      'notice soon: event-ends 2025-06-20',
    ])
    expect(on(record({ endsOn: '2025-06', precision: 'month' }), '2025-06-10')).toEqual([
      'notice soon: event-ends 2025-06-30',
    ])
  })

  test('of another kind asks for nothing', () => {
    expect(on(record({ kind: 'talks', endsOn: '2025-06-20' }), '2025-06-25')).toEqual([])
    expect(on(record({ endsOn: '2025-06-20', instruments: [] }), '2025-06-25')).toEqual([])
  })
})

describe('the record as it was first compiled', () => {
  test('has its ended suspension at the head of the list on 22 November 2026', () => {
    const list = on(theRecord(), '2026-11-22')
    expect(list[0]).toBe('cn-2025-70 since 2026-11-11: suspension-ended 2026-11-10, event-passed 2026-11-10')
    expect(list).toContain('cn-2025-57 since 2026-11-11: date-passed 2026-11-11, event-passed 2026-11-10')
    expect(list.at(-1)).toBe('cn-2025-72 soon: suspension-ends 2026-11-27, event-ends 2026-11-27')
  })

  test('gives the same list whatever the order of its records', () => {
    const record = theRecord()
    const turned = {
      ...record,
      instruments: record.instruments.toReversed(),
      provisions: record.provisions.toReversed(),
      events: record.events.toReversed(),
    }
    expect(new Set(on(turned, '2026-11-22'))).toEqual(new Set(on(record, '2026-11-22')))
  })
})
