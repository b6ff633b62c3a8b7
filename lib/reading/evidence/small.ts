import 'server-only'
import type { Law } from '@/lib/ledger/law'
import type { Band } from '@/lib/ledger/series/bands'
import { bandsOf, firstControlOf, stripsOf } from '@/lib/ledger/series/bands'
import type { Observed } from '@/lib/ledger/series/observed'
import { observe } from '@/lib/ledger/series/observed'
import { destinationOf, isAmountShipped, measuredIn, paceOf } from '@/lib/ledger/series/series'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { onceForAgreeing } from '../same-lists'

/**
 * The series that shows shipments against law in one small chart; `null` where none does.
 *
 * Chosen by its facts: an amount shipped, measured step by step; all its goods treated alike by the law on every day, so
 * that a band says one word; of these the one with the most points since its first control, then the first by key.
 */
export const smallChartOf = onceForAgreeing(['events', 'indicators'], chosen)

function chosen(record: WholeRecord, law: Law): Observed | null {
  const strips = stripsOf(law)
  const told = record.indicators
    .filter((one) => isAmountShipped(one) && paceOf(one) !== null && one.materials.length > 0)
    .map((indicator) => {
      const materials = indicator.materials.flatMap((key) => law.materials.get(key) ?? [])
      const bands = bandsOf(materials.map((material) => strips(material, destinationOf(indicator))))
      const control = firstControlOf(bands)
      const since = control === null ? 0 : measuredIn(indicator).filter(({ days }) => days.from >= control).length
      return { indicator, since: isOneWord(bands) ? since : 0 }
    })
    .filter(({ since }) => since > 0)
    .sort((a, b) => b.since - a.since || (a.indicator.key < b.indicator.key ? -1 : 1))
  const [most] = told
  return most === undefined ? null : observe(record, law, most.indicator, strips)
}

function isOneWord(bands: readonly Band[]): boolean {
  return bands.every(({ rollup }) => rollup.status !== 'mixed')
}
