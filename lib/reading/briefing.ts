import 'server-only'
import { DEFAULT_FROM } from '@/lib/contract/question-segments'
import { earlier, nextDay } from '@/lib/ledger/interval'
import { loudestClaim } from '@/lib/ledger/loudest'
import type { Observed } from '@/lib/ledger/series/observed'
import { leadingDays } from './calendar'
import { askedDay, weighingOf } from './claims'
import { smallChartOf } from './evidence/small'
import type { Opened } from './opened'

/**
 * What a reader of the front page should know besides the answer, as of the asked day: what has fallen due in silence and
 * what comes, and, of exports from China alone, the claim that most asks for a text and shipments beside the law.
 */
export function briefingOf(opened: Opened) {
  const { coordinates, record } = opened
  const { on, known, from, route } = coordinates.question
  const leading = leadingDays(opened)
  const isPlainWay = from === DEFAULT_FROM && route === 'export'
  return {
    silent: leading.filter(({ standing }) => standing === 'silent'),
    ahead: leading.filter(({ standing }) => standing !== 'silent'),
    isPlainWay,
    loudest: isPlainWay ? loudestClaim(weighingOf(record), record.claims, askedDay(opened)) : null,
    chart: isPlainWay ? pointsBy(smallChartOf(opened), known === null ? on : earlier(on, known)) : null,
  }
}

/** A series as far as its periods were over by a day; `null` with fewer than two points, which show no course. */
function pointsBy(series: Observed | null, day: Observed['days']['from']): Observed | null {
  if (series === null) return null
  const points = series.points.filter(({ days }) => days.to <= nextDay(day))
  const to = points.at(-1)?.days.to
  if (points.length < 2 || to === undefined) return null
  const days = { from: series.days.from, to }
  return { ...series, points, days, events: series.events.filter(({ startsOn }) => startsOn <= day) }
}
