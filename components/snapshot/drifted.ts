import { say } from '@/lib/contract/words/catalogue'

/** How what was frozen reads today; the counts of `causes` add up to `differ`. */
export type Drifted = {
  readonly cells: number
  readonly differ: number
  readonly causes: { readonly [cause in DriftCause]: number }
  /** A sentence for cells that went the same way, and one for each of them. */
  readonly groups: readonly { readonly says: string; readonly items: readonly string[] }[]
  /** For an answer without cells: whether it is told otherwise today. */
  readonly wordsDiffer: boolean
  /** Where the two stand side by side; `null` where there is nothing to see. */
  readonly compare: string | null
}

type DriftCause = (typeof CAUSES)[number]

const CAUSES = ['law', 'correction', 'learnt', 'wording', 'rules', 'lens'] as const

/** "Today 6 of 60 cells differ: 5 the law changed, 1 we corrected." `null` is what cannot be told just now. */
export function driftInWords(drift: Drifted | null): string {
  if (drift === null) return say('snapshots.drift.untold')
  const { cells, differ, causes, wordsDiffer } = drift
  if (cells === 0) return say(`snapshots.drift.${wordsDiffer ? 'otherwise' : 'same'}`)
  if (differ === 0) return say('snapshots.drift.none', { cells })
  const told = CAUSES.filter((cause) => causes[cause] > 0)
  const parts = told.map((cause) => say(`snapshots.drift.cause.${cause}`, { count: causes[cause] }))
  return say('snapshots.drift.some', { cells, differ, causes: parts.join(', ') })
}
