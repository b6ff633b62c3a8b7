import type { Printed } from '@/lib/contract/edit/draft'
import type { Kind } from '@/lib/ledger/change'
import { isSame } from '@/lib/ledger/equal'
import { mergedRecord, threeWay } from '@/lib/ledger/merge'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { printedUnder } from './whole'

export type Named = { readonly kind: Kind; readonly key: string }

/** The record before a revision, as that revision made it, and as it stands now. */
export type Three = { readonly before: WholeRecord; readonly made: WholeRecord; readonly now: WholeRecord }

export type Undoing = {
  readonly stands: Printed | null
  /** What stands once the change is taken back: of a record that changed again, only what the change touched. */
  readonly undone: Printed | null
  readonly isChangedLater: boolean
}

/** What undoes one change of a revision; nothing is left to do where its key stands so already. */
export function undoing({ kind, key }: Named, { before, made, now }: Three): Undoing {
  const [stood, then, stands] = [
    printedUnder(before, kind, key),
    printedUnder(made, kind, key),
    printedUnder(now, kind, key),
  ]
  const isChangedLater = !isSame(then, stands)
  const undone = isChangedLater ? (mergedRecord(threeWay(then, stands, stood)) as Printed | null) : stood
  return { stands, undone, isChangedLater }
}
