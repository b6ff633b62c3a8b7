import type { LocalDate } from './interval'
import { later } from './interval'
import type { Law } from './law'
import { plainQuestion } from './question'
import type { Country } from './record'
import { cellTimeline, type Span } from './timeline'

/**
 * How many cells have another status on some day that both laws cover, under the plain question of each exporting
 * country. A quick measure of how much a revision moved; `impactOf` asks every question and tells each cell.
 */
export function countPlainFlips(before: Law, after: Law): number {
  const exporters = exportersOf([before, after])
  const first = later(before.coversFrom, after.coversFrom)
  let count = 0
  for (const material of new Set([...before.materials.keys(), ...after.materials.keys()])) {
    for (const form of formsIn([before, after], material)) {
      const flips = exporters.some((from) => {
        const [was, is] = [before, after].map((law) => {
          if (!law.materials.has(material) || !law.forms.has(form)) return null
          return cellTimeline(law, { ...plainQuestion(first), from }, material, form)
        })
        return statusesOf(was ?? null, first) !== statusesOf(is ?? null, first)
      })
      if (flips) count += 1
    }
  }
  return count
}

function exportersOf(laws: readonly Law[]): readonly Country[] {
  return [
    ...new Set(laws.flatMap((law) => [...law.instruments.values()].map(({ jurisdiction }) => jurisdiction))),
  ].sort()
}

function formsIn(laws: readonly Law[], material: string): ReadonlySet<string> {
  return new Set(laws.flatMap((law) => law.materials.get(material)?.forms ?? []))
}

/** The statuses of a cell and the days from which they hold, as one text; two texts agree where no day differs. */
function statusesOf(spans: readonly Span[] | null, first: LocalDate): string {
  let status: string | null = null
  const told: string[] = []
  for (const span of spans ?? []) {
    if (span.status === status) continue
    status = span.status
    told.push(`${span.from < first ? first : span.from} ${span.status}`)
  }
  return told.length === 0 ? `${first} not-applicable` : told.join(',')
}
