import { gathered } from './gathered'
import type { Interval, LocalDate } from './interval'
import { later } from './interval'
import type { Law } from './law'
import { plainQuestion } from './question'
import type { Country } from './record'
import type { Status } from './status'
import { cellTimeline, type Span } from './timeline'

/** Days on which one cell has another status than before, under the plain question of one exporting country. */
export type PlainFlip = Interval & {
  readonly material: string
  readonly form: string
  readonly exporter: Country
  readonly before: Status
  readonly after: Status
}

/** Cells that flip alike: on the same days, from the same status to the same status, out of the same country. */
export type PlainFlipGroup = Omit<PlainFlip, 'material' | 'form'> & {
  readonly cells: number
  /** The materials of these cells, each once, in the order of the cells. */
  readonly materials: readonly string[]
}

/**
 * Every cell that has another status on some day that both laws cover, under the plain question of each exporting
 * country. A quick measure of how much a revision moved; `impactOf` asks every question and tells each cell.
 */
export function plainFlips(before: Law, after: Law): readonly PlainFlip[] {
  const exporters = exportersOf([before, after])
  const first = later(before.coversFrom, after.coversFrom)
  return [...new Set([...before.materials.keys(), ...after.materials.keys()])].flatMap((material) =>
    [...formsIn([before, after], material)].flatMap((form) =>
      exporters.flatMap((exporter) => {
        const [was, is] = [before, after].map((law) => statusesIn(law, exporter, material, form, first))
        return differing(was ?? [], is ?? []).map((one) => ({ material, form, exporter, ...one }))
      }),
    ),
  )
}

/** How many cells `plainFlips` tells of, each counted once. */
export function countPlainFlips(before: Law, after: Law): number {
  return new Set(plainFlips(before, after).map(({ material, form }) => `${material}/${form}`)).size
}

/** Flips by what they do, those of the first day first, then the largest. */
export function plainFlipGroups(flips: readonly PlainFlip[]): readonly PlainFlipGroup[] {
  return gathered(flips, ({ from, to, before, after, exporter }) => [from, to, before, after, exporter].join(' '))
    .map((own) => {
      const [{ from, to, before, after, exporter }] = own
      const materials = [...new Set(own.map(({ material }) => material))]
      return { from, to, before, after, exporter, cells: own.length, materials }
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : b.cells - a.cells))
}

function exportersOf(laws: readonly Law[]): readonly Country[] {
  return [
    ...new Set(laws.flatMap((law) => [...law.instruments.values()].map(({ jurisdiction }) => jurisdiction))),
  ].sort()
}

function formsIn(laws: readonly Law[], material: string): ReadonlySet<string> {
  return new Set(laws.flatMap((law) => law.materials.get(material)?.forms ?? []))
}

type Step = { readonly from: LocalDate; readonly status: Status }

/** The statuses of a cell and the days from which they hold, from the first day on that both laws cover. */
function statusesIn(law: Law, from: Country, material: string, form: string, first: LocalDate): readonly Step[] {
  const known = law.materials.has(material) && law.forms.has(form)
  const spans: readonly Span[] = known ? cellTimeline(law, { ...plainQuestion(first), from }, material, form) : []
  const steps: Step[] = [{ from: first, status: 'not-applicable' }]
  for (const span of spans) {
    if (span.from <= first) steps[0] = { from: first, status: span.status }
    else if (span.status !== steps.at(-1)?.status) steps.push({ from: span.from, status: span.status })
  }
  return steps
}

/** The runs of days on which two walks through the statuses are at different ones. */
function differing(
  was: readonly Step[],
  is: readonly Step[],
): readonly (Interval & { before: Status; after: Status })[] {
  const days = [...new Set([...was, ...is].map(({ from }) => from))].sort()
  return days.flatMap((from, at) => {
    const [before, after] = [was, is].map((steps) => steps.findLast((step) => step.from <= from)?.status)
    if (before === undefined || after === undefined || before === after) return []
    return [{ from, to: days[at + 1] ?? null, before, after }]
  })
}
