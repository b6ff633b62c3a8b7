import 'server-only'
import { chartOf } from '@/lib/contract/evidence/chart'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { loudestInWords, shownAhead, silentSentence } from '@/lib/contract/words/briefing'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { summaryOf } from '@/lib/contract/words/legal-day'
import { alternativeOf } from '@/lib/contract/words/observed'
import type { Observed } from '@/lib/ledger/series/observed'
import type { Indicator } from '@/lib/ledger/testimony'
import { under } from './frame'
import type { MatrixPage } from './page-of'
import { seriesTable } from './series'
import { linkOf, tableOf } from './tables'

/** What should be known besides the answer: what has fallen due, and where nothing is told, that nothing is. */
export function briefingSentences({ briefing, changeDays, coordinates }: MatrixPage): readonly string[] {
  const { on } = coordinates.question
  const changes = [
    ...(changeDays.some((day) => day.on <= on) ? [] : [say('matrix.changed.none')]),
    ...(changeDays.some((day) => day.on > on) ? [] : [say('matrix.changed.noneNext')]),
  ]
  if (briefing === null) return [...changes, say('briefing.large')]
  const { silent, ahead, loudest, chart, isPlainWay } = briefing
  const due = silent.length === 0 ? [say('briefing.due.none')] : silent.map(silentSentence)
  return [
    ...changes,
    ...due.map((sentence) => under(say('briefing.due.title'), sentence)),
    ...aheadSentences(ahead).map((sentence) => under(say('matrix.changed.next'), sentence)),
    ...(isPlainWay ? [] : [say('briefing.elsewhere')]),
    ...(isPlainWay && loudest === null ? [under(say('briefing.claim.title'), say('briefing.claim.none'))] : []),
    ...(isPlainWay
      ? [
          under(
            say('briefing.chart.title'),
            chart === null ? say('briefing.chart.none') : alternativeOf(chart, chartOf(chart, on)),
          ),
        ]
      : []),
  ]
}

function aheadSentences(ahead: NonNullable<MatrixPage['briefing']>['ahead']): readonly string[] {
  if (ahead.length === 0) return [say('briefing.next.none')]
  return shownAhead(ahead).map(({ on, what }) => say('briefing.next.entry', { day: dayInWords(on), what }))
}

/** The days that come, the claim that waits for a text, and the points that the small chart shows. */
export function briefingTables({ briefing, coordinates, sources }: MatrixPage): readonly ExhibitTable[] {
  if (briefing === null) return []
  const { ahead, loudest, chart } = briefing
  const next = tableOf({ key: 'ahead', title: say('matrix.changed.next') }, ahead, [
    ['on', 'day', ({ toldOn }) => toldOn],
    ['says', 'text', ({ day }) => summaryOf(day)],
    [
      'note',
      'link',
      ({ day: { kind, instrument } }) =>
        kind === 'suspension-ends' && instrument !== null
          ? linkOf(coordinates, say('briefing.next.rehearse'), { name: 'rehearsal', key: instrument.key, until: null })
          : null,
      say('briefing.next.rehearse'),
    ],
  ])
  const waiting = loudest === null ? [] : [{ ...loudestInWords(loudest), ...loudest }]
  return [
    ...(ahead.length === 0 ? [] : [next]),
    ...(waiting.length === 0
      ? []
      : [
          tableOf({ key: 'waiting', title: say('briefing.claim.title') }, waiting, [
            ['on', 'day', ({ gap }) => gap.said],
            ['speaker', 'text', ({ claim }) => claim.speaker.name],
            [
              'statement',
              'link',
              ({ claim }) => linkOf(coordinates, claim.statement, { name: 'claim', key: claim.key }),
            ],
            ['says', 'text', ({ waits }) => waits],
          ]),
        ]),
    ...(chart === null ? [] : [seriesTable(coordinates, say('briefing.chart.title'), [asShown(chart)], sources)]),
  ]
}

/** The series with the points alone that the chart shows. */
function asShown({ indicator, points }: Observed): Indicator {
  return { ...indicator, points }
}
