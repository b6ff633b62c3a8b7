import type { Interval, LocalDate } from '../interval'
import type { Law } from '../law'
import { plainQuestion } from '../question'
import type { Country, Material } from '../record'
import type { Rollup } from '../rollup'
import { mergeRollups } from '../rollup'
import { rank } from '../status'
import type { StripSpan } from '../strip'
import { stripOf } from '../strip'

/** What the law makes of every material of a series over a stretch of days, all their listed forms counted together. */
export type Band = Interval & { readonly rollup: Rollup }

/** One material's strip to a destination (`null`: any), under the plain question. */
export type StripFor = (material: Material, to: Country | null) => readonly StripSpan[]

/** Strips under the plain question of a law, each worked out once: many series name the same materials. */
export function stripsOf(law: Law): StripFor {
  const kept = new Map<string, readonly StripSpan[]>()
  return (material, to) => {
    const name = `${material.key} ${to}`
    const strip = kept.get(name) ?? stripOf(law, { ...plainQuestion(law.coversFrom), known: law.known, to }, material)
    kept.set(name, strip)
    return strip
  }
}

/** The law's own status over all days of the record for several materials together; empty where none is named. */
export function bandsOf(strips: readonly (readonly StripSpan[])[]): readonly Band[] {
  const days = [...new Set(strips.flatMap((strip) => strip.map(({ from }) => from)))].sort()
  const bands: Band[] = []
  for (const from of days) {
    const rollup = mergeRollups(strips.flatMap((strip) => strip.findLast((span) => span.from <= from)?.rollup ?? []))
    const previous = bands.at(-1)
    if (rollup === null || (previous !== undefined && sameWords(previous.rollup, rollup))) continue
    if (previous !== undefined) bands[bands.length - 1] = { ...previous, to: from }
    bands.push({ from, to: null, rollup })
  }
  return bands
}

/** The first day on which any form of any material is under a licence, a refusal or a ban; `null` when none ever is. */
export function firstControlOf(bands: readonly Band[]): LocalDate | null {
  return bands.find(({ rollup }) => rollup.counts.some(({ status }) => isControl(status)))?.from ?? null
}

/** Whether a status keeps goods back by itself, today: a licence or worse. */
export function isControl(status: Rollup['counts'][number]['status']): boolean {
  return (
    status !== 'not-applicable' && status !== 'unknown' && status !== 'pause-ended' && rank(status) >= rank('licence')
  )
}

function sameWords(a: Rollup, b: Rollup): boolean {
  return (
    a.beforeEffect === b.beforeEffect &&
    a.counts.length === b.counts.length &&
    a.counts.every(({ status, count }, at) => b.counts[at]?.status === status && b.counts[at]?.count === count)
  )
}
