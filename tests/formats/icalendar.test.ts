import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarDocument, type CalendarEvent, calendarFile } from '@/lib/formats/icalendar'
import { localDate } from '@/lib/ledger/interval'

const EVENT: CalendarEvent = {
  uid: 'cn-2025-70.suspension-ends@sluice',
  sequence: 3,
  cancelled: false,
  on: localDate('2026-11-11'),
  summary: 'First day after: a, b; c \\ d',
  description: `公布暂停实施商务部、海关总署公告2025年第55号、56号、57号、58号及商务部公告2025年第61号、62号的决定 ${'𠮷'.repeat(40)}\n\nCheck https://sluice.example/instruments/cn-2025-70`,
  url: 'https://sluice.example/instruments/cn-2025-70',
  category: 'Suspension has ended',
  created: '2026-11-20T01:02:03.456Z',
  changed: '2026-11-22T01:02:03.456Z',
  alarms: [
    { days: 90, description: 'In 90 days: it ends' },
    { days: 1, description: 'Tomorrow: it ends' },
  ],
}

const CALENDAR: CalendarDocument = {
  name: 'Sluice: legal days, Dy',
  description: 'Days, in Beijing',
  source: 'https://sluice.example/calendar.ics?material=Dy',
  home: 'https://sluice.example/',
  events: [EVENT, { ...EVENT, uid: 'cn-2025-72.suspension-ends@sluice', cancelled: true, alarms: [] }],
}

const parsed = () => new ICAL.Component(ICAL.parse(calendarFile(CALENDAR)))
const eventAt = (at: number) => {
  const event = parsed().getAllSubcomponents('vevent')[at]
  if (event === undefined) throw new Error('no event')
  return event
}
const told = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name))

describe('a calendar', () => {
  test('holds no control character, whatever stands in the record', () => {
    const file = calendarFile({ ...CALENDAR, events: [{ ...EVENT, summary: 'One\u000bline\u007f' }] })
    expect(file).toContain('SUMMARY:One\uFFFDline\uFFFD')
  })

  test('is read by another program as it was meant, signs and all', () => {
    const event = eventAt(0)
    expect([told(event, 'uid'), told(event, 'summary'), told(event, 'description')]).toEqual([
      EVENT.uid,
      EVENT.summary,
      EVENT.description,
    ])
    expect([told(event, 'sequence'), told(event, 'status'), told(event, 'transp')]).toEqual([
      '3',
      'CONFIRMED',
      'TRANSPARENT',
    ])
    expect([told(event, 'url'), told(event, 'categories')]).toEqual([EVENT.url, EVENT.category])
  })

  test('names whole days and no time zone, and instants in UTC', () => {
    const start = eventAt(0).getFirstProperty('dtstart')
    expect([start?.type, String(start?.getFirstValue())]).toEqual(['date', '2026-11-11'])
    expect(told(eventAt(0), 'dtstamp')).toBe('2026-11-22T01:02:03Z')
    expect(told(eventAt(0), 'last-modified')).toBe('2026-11-22T01:02:03Z')
    expect(told(eventAt(0), 'created')).toBe('2026-11-20T01:02:03Z')
    expect(calendarFile(CALENDAR)).not.toContain('VTIMEZONE')
  })

  test('reminds as many days before as it was told, in words', () => {
    const alarms = eventAt(0).getAllSubcomponents('valarm')
    expect(alarms.map((alarm) => [told(alarm, 'action'), told(alarm, 'trigger'), told(alarm, 'description')])).toEqual([
      ['DISPLAY', '-P90D', 'In 90 days: it ends'],
      ['DISPLAY', '-P1D', 'Tomorrow: it ends'],
    ])
  })

  test('says of what was taken away that it is cancelled', () => {
    expect(told(eventAt(1), 'status')).toBe('CANCELLED')
  })

  test('names itself, where it is found and how often to ask again', () => {
    const calendar = parsed()
    expect(told(calendar, 'x-wr-calname')).toBe(CALENDAR.name)
    expect(told(calendar, 'source')).toBe(CALENDAR.source)
    expect([told(calendar, 'refresh-interval'), told(calendar, 'x-published-ttl')]).toEqual(['PT6H', 'PT6H'])
    expect([told(calendar, 'version'), told(calendar, 'prodid')]).toEqual(['2.0', '-//Sluice//Legal days//EN'])
  })

  test('folds its lines at 75 octets, never inside a sign, and ends each with CR and LF', () => {
    const text = calendarFile(CALENDAR)
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.at(-1)).toBe('')
    expect(lines.at(-2)).toBe('END:VCALENDAR')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(2)
  })

  test('is the same bytes each time it is written', () => {
    expect(calendarFile(CALENDAR)).toBe(calendarFile(structuredClone(CALENDAR)))
  })
})
