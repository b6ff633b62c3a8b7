import type { Exhibit } from '@/lib/contract/exhibit'

/** A small exhibit of revision 1, with something of everything that is shown. */
export function anExhibit(said: Partial<Exhibit> = {}): Exhibit {
  const licence = { status: 'licence' as const, beforeEffect: false, word: 'licence', details: ['3 listed'] }
  return {
    format: 1,
    rules: 1,
    view: 'matrix',
    address: '/r/1/2025-11-08/matrix',
    live: '/',
    question: {
      on: '2025-11-08',
      known: null,
      rev: 1,
      from: 'CN',
      to: null,
      use: 'civil',
      party: null,
      route: 'export',
    },
    scope: 'rare-earths',
    recordedOn: '2026-11-22',
    ahead: false,
    verifiedThrough: '2026-10-10',
    title: 'What is open on 8 November 2025',
    description: 'One paragraph.',
    clocks: ['Law of 8 November 2025', 'revision 1'],
    asked: 'Exports from China to any destination, civil end use.',
    sentences: ['Licence in 1 of 2 forms.'],
    cells: [],
    grid: {
      title: '8 November 2025',
      corner: 'Material',
      none: 'no such form',
      columns: [
        { key: 'metal', title: 'Metal', group: 'Basic forms' },
        { key: 'oxide', title: 'Oxide', group: 'Basic forms' },
      ],
      rows: [{ key: 'Dy', title: 'Dysprosium', titleZh: '镝', symbol: 'Dy', details: ['66'], cells: [licence, null] }],
    },
    timelines: [
      {
        key: 'Dy',
        title: 'Dysprosium over time',
        from: '2025-01-01',
        to: '2026-12-31',
        asked: '2025-11-08',
        lanes: [
          {
            group: 'Forms',
            title: 'Metal',
            now: 'licence',
            tells: 'status',
            stretches: [{ from: '2025-04-04', lastDay: null, shown: licence }],
          },
        ],
        marks: [{ on: '2025-11-07', when: '2025-11-07', kind: 'event', title: 'Announcement 70' }],
        alternative: 'A licence from 4 April 2025 on.',
      },
    ],
    tables: [
      {
        key: 'lines',
        title: 'Lines',
        columns: [
          { key: 'clause', title: 'Clause', holds: 'link' },
          { key: 'days', title: 'Days', holds: 'number' },
        ],
        rows: [[{ text: 'Item 1', href: '/r/1/2025-11-08/instruments/cn-2025-18' }, 7]],
        shown: true,
      },
    ],
    legend: [{ shown: licence, meaning: 'Export needs a licence.' }],
    notes: ['Sluice is not the law.'],
    ...said,
  } as Exhibit
}
