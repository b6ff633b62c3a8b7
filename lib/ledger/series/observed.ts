import type { Divergence } from '../divergence'
import { divergenceOf } from '../divergence'
import { contains, earlier, later } from '../interval'
import type { Law } from '../law'
import { eventAsDated } from '../period'
import type { Country, Material } from '../record'
import { itemLines } from '../standing'
import type { Event, Indicator, WholeRecord } from '../testimony'
import type { Band, StripFor } from './bands'
import { bandsOf } from './bands'
import type { Period } from './period'
import { overlap, periodOf } from './period'
import type { Measured, SeriesGroup } from './series'
import { destinationOf, groupOf, isCumulative, measuredIn } from './series'

/** A series of what was observed, beside the law of the same goods. */
export type Observed = {
  readonly indicator: Indicator
  readonly group: SeriesGroup
  /** The country whose exports the law is asked for; `null` is any destination. */
  readonly destination: Country | null
  readonly materials: readonly Material[]
  /** In the order of their days. */
  readonly points: readonly Measured[]
  /** From the first to the last day of any point, the latter exclusive. */
  readonly days: Pick<Period, 'from' | 'to'>
  /** The law's own status over time; empty for a series that names no material. */
  readonly bands: readonly Band[]
  /** Events about instruments that name the materials, dated within the days drawn. */
  readonly events: readonly Event[]
  readonly divergence: Divergence
  /** Whether some periods hold days of others, although the values do not count on. */
  readonly overlaps: boolean
}

/** A series beside the law. `strips` is asked under the plain question: what a reader asks besides the day changes no band. */
export function observe(record: WholeRecord, law: Law, indicator: Indicator, strips: StripFor): Observed {
  const destination = destinationOf(indicator)
  const materials = indicator.materials.flatMap((key) => law.materials.get(key) ?? [])
  const bands = bandsOf(materials.map((material) => strips(material, destination)))
  const points = measuredIn(indicator)
  const days = {
    from: points.map(({ days }) => days.from).reduce(earlier),
    to: points.map(({ days }) => days.to).reduce(later),
  }
  return {
    indicator,
    group: groupOf(indicator),
    destination,
    materials,
    points,
    days,
    bands,
    events: eventsDuring(record, law, materials, days),
    divergence: divergenceOf(indicator, bands),
    overlaps: !isCumulative(indicator) && points.some((one, at) => points.slice(at + 1).some(overlapping(one))),
  }
}

function overlapping(one: Measured) {
  return (other: Measured) => overlap(one.days, other.days)
}

/** Events that begin in these days and name an instrument with a line on a material, or an act upon such a line. */
function eventsDuring(
  record: WholeRecord,
  law: Law,
  materials: readonly Material[],
  days: Pick<Period, 'from' | 'to'>,
): readonly Event[] {
  const named = new Set(
    materials.flatMap(({ key }) =>
      itemLines(law, key).flatMap((line) => {
        const { suspensions, extensions, repeals } = law.acts(line)
        return [line, ...suspensions, ...extensions, ...repeals].map(({ instrument }) => instrument)
      }),
    ),
  )
  return record.events
    .filter(({ instruments }) => instruments.some((key) => named.has(key)))
    .map(eventAsDated)
    .filter(({ startsOn }) => contains(days, periodOf(startsOn).from))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0))
}
