import { say } from '@/lib/contract/words/catalogue'

/** How what was frozen reads today; the counts of `causes` add up to `differ`. */
export type Drifted = {
  readonly cells: number
  readonly differ: number
  readonly causes: readonly { readonly cause: DriftCause; readonly count: number }[]
  /** A sentence for each cell that differs. */
  readonly items: readonly string[]
  /** Where the two stand side by side; `null` where there is nothing to see. */
  readonly compare: string | null
}

export type DriftCause = 'law' | 'correction' | 'learnt' | 'wording' | 'rules' | 'lens'

/** "Today 6 of 60 cells differ: 5 the law changed, 1 we corrected." */
export function driftInWords({ cells, differ, causes }: Drifted): string {
  if (differ === 0) return say('snapshots.drift.none', { cells })
  const told = causes
    .filter(({ count }) => count > 0)
    .map(({ cause, count }) => say(`snapshots.drift.cause.${cause}`, { count }))
  return say('snapshots.drift.some', { cells, differ, causes: told.join(', ') })
}
