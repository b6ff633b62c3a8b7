import { describe, expect, test } from 'vitest'
import type { Exhibit } from '@/lib/contract/exhibit'
import { frameHtml, refusalFrame, refusalPage } from '@/lib/formats/frame-html'

const licence = { status: 'licence', beforeEffect: false, word: 'licence', details: ['3 listed'] } as const
const open = { status: 'not-controlled', beforeEffect: false, word: 'not controlled', details: [] } as const
const mixed = { status: 'mixed', beforeEffect: false, word: 'mixed 1/2', details: [] } as const

const lane = (title: string, now: typeof licence | typeof open | typeof mixed) => ({
  group: 'Forms',
  title,
  now: now.word,
  tells: 'status' as const,
  stretches: [
    { from: '2020-10-17', lastDay: '2025-04-03', shown: open },
    { from: '2025-04-04', lastDay: null, shown: now },
  ],
})

/** An answer with something in every part; what of it does not matter to a frame is left out. */
const answer = {
  title: 'Dy <b>Dysprosium</b>',
  asked: 'Exports from China.',
  clocks: ['Law of 8 November 2025', 'revision 1'],
  sentences: ['A licence is "needed" & nothing else.'],
  grid: {
    title: 'Two forms',
    corner: 'Material',
    columns: [{ key: 'metal', title: 'Metal' }],
    rows: [{ key: 'Dy', title: 'Dysprosium', titleZh: '镝', symbol: 'Dy', cells: [licence] }],
  },
  timelines: [
    {
      key: 'lanes',
      title: 'Over time',
      from: '2025-01-01',
      to: '2027-01-01',
      asked: '2025-11-08',
      alternative: '',
      marks: [],
      lanes: [lane('All listed forms', mixed), lane('Metal', licence), lane('Oxide', open)],
    },
  ],
  tables: [
    {
      key: 'lines',
      title: 'Lines',
      shown: true,
      columns: [{ key: 'line', title: 'Line', holds: 'link' }],
      rows: [[{ text: 'A line', href: '/r/1/2025-11-08/instruments/cn-2025-18' }], [null], [[1, licence]]],
    },
  ],
  legend: [{ shown: licence, meaning: 'Export needs a licence' }],
  notes: ['Not the law.'],
} as unknown as Exhibit

const said = {
  kind: 'Frozen: it does not update.',
  drift: null,
  open: { text: 'Open', href: '/x' },
  marks: { title: 'Claims and events', claim: 'Claim', event: 'Event' },
  language: 'en',
}
const frame = (exhibit = answer, look: 'whole' | 'strip' = 'whole') => frameHtml(exhibit, said, look)
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('a frame', () => {
  test('holds nothing that runs, and no style but its sheet', () => {
    for (const html of [frame(), frame(answer, 'strip')]) {
      expect(html).not.toMatch(/<(script|style|form|iframe|img)|\s(style|on\w+)=|javascript:/i)
      expect([...html.matchAll(/<link [^>]*>/g)].map(([tag]) => tag)).toEqual([
        '<link rel="stylesheet" href="/embed.css"/>',
      ])
    }
  })

  test('says everything that is said of the answer as text', () => {
    const html = frame()
    expect(html).toContain('Dy &lt;b&gt;Dysprosium&lt;/b&gt;')
    expect(html).toContain('A licence is &quot;needed&quot; &amp; nothing else.')
    const text = textOf(html)
    for (const part of [
      'Frozen: it does not update. Law of 8 November 2025 · revision 1',
      'Dysprosium 镝',
      'Not the law.',
    ])
      expect(text).toContain(part)
    expect(html).toMatch(/<th scope="row"><b>Dy <\/b>Dysprosium<span lang="zh" class="zh"> 镝<\/span><\/th>/)
    expect(html).toMatch(/<a href="[^"]*" target="_blank" rel="noopener">/)
  })

  test('lists what was said and done under the lanes, the earliest first, and leaves it out of a strip', () => {
    const marks = [
      { on: '2025-11-07', when: '2025-11-07', kind: 'event', title: 'No. 70 <published>' },
      { on: '2025-05-01', when: '2025-05', kind: 'claim', title: 'Somebody: it is over' },
    ] as const
    const marked = { ...answer, timelines: answer.timelines.map((one) => ({ ...one, marks: [...marks] })) }
    expect(textOf(frame(marked))).toContain(
      'Claims and events (2) 2025-05 Claim: Somebody: it is over 2025-11-07 Event: No. 70 &lt;published&gt;',
    )
    expect(textOf(frame(marked, 'strip'))).not.toContain('Somebody')
    expect(textOf(frame())).not.toContain('Claims and events')
  })

  test('closes every element that it opens', () => {
    const open: string[] = []
    for (const [, close, name = '', end] of frame().matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/g)) {
      if (close === '/') expect(open.pop()).toBe(name)
      else if (end !== '/') open.push(name)
      else expect(['meta', 'link', 'path', 'rect']).toContain(name)
    }
    expect(open).toEqual([])
  })

  test('shows tables only where nothing is drawn: the page behind it has the rest', () => {
    expect(textOf(frame())).not.toContain('A line')
    const tables = textOf(frame({ ...answer, grid: null, timelines: [] }))
    expect(tables).toContain('Lines Line A line – 1 licence 3 listed')
  })

  test('as a strip is one line for the material, and one for each form where they differ', () => {
    expect(textOf(frame(answer, 'strip'))).toContain('mixed 1/2 Metal licence 3 listed Oxide not controlled')
    const agreed = { ...answer, timelines: answer.timelines.map((one) => ({ ...one, lanes: one.lanes.slice(1) })) }
    expect(textOf(frame(agreed, 'strip'))).not.toContain('Oxide')
  })

  test('draws what lines of an instrument do in ink, with the word alone: the status lends no more than a texture', () => {
    const suspension = { status: 'licence', beforeEffect: false, word: 'in force', details: [] } as const
    const paused = { status: 'paused', beforeEffect: false, word: 'suspended', details: [] } as const
    const doubt = { status: 'pause-ended', beforeEffect: false, word: 'in force again', details: [] } as const
    const announced = { status: 'announced', beforeEffect: false, word: 'announced', details: [] } as const
    const stretches = [announced, suspension, paused, doubt].map((shown, at) => ({
      from: `2025-0${at + 1}-01`,
      lastDay: `2025-0${at + 1}-28`,
      shown,
    }))
    const lanes = [{ group: 'Instruments', title: 'No. 70', now: 'in force', tells: 'state' as const, stretches }]
    const timelines = answer.timelines.map((one) => ({ ...one, lanes }))
    const html = frame({ ...answer, grid: null, legend: [], timelines } as unknown as Exhibit)
    expect([...html.matchAll(/class="bar ([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'ink-hollow',
      'ink-solid',
      'ink-hatched',
      'ink-doubt',
    ])
    expect(html).toContain('<span class="days">2025-02-01 – 2025-02-28</span><span>in force</span>')
    expect(html).not.toMatch(/st-|class="glyph/)
  })

  test('that has no answer says why, and leads out', () => {
    const html = refusalFrame({ title: 'Not here', sentences: ['No <x>.'] }, { text: 'Open', href: '/' }, 'en')
    expect(textOf(html)).toContain('Not here No &lt;x&gt;. Open')
  })

  test('a refusal on this site leads on in the same window, first back to where the form was', () => {
    const ways = [
      { text: 'Back', href: '/r/1/2025-11-08/matrix' },
      { text: 'Start', href: '/' },
    ]
    const html = refusalPage({ title: 'Nothing was frozen', sentences: ['Not <x>.'] }, ways, 'en')
    expect(textOf(html)).toContain('Nothing was frozen Not &lt;x&gt;. Back Start')
    expect(html).toMatch(/<a href="\/r\/1\/2025-11-08\/matrix">Back<\/a>.*<a href="\/">Start<\/a>/)
    expect(html).not.toContain('_blank')
  })
})
