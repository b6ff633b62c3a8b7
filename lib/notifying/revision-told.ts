import 'server-only'
import { ledgerAt } from '@/lib/db/ledger'
import { revisionsNumbered } from '@/lib/db/revisions'
import type { Kind } from '@/lib/ledger/change'
import { changesBetween } from '@/lib/ledger/difference'
import { cellsIn } from '@/lib/ledger/impact-groups'
import { openLaw } from '@/lib/ledger/law'
import { plainFlips } from '@/lib/ledger/plain-flips'
import { reachOf } from '@/lib/ledger/reach'
import type { Revision } from '@/lib/ledger/revision'
import type { Concerns } from './concerns'

/** A revision as machines are told of it. */
export type RevisionTold = {
  readonly revision: Revision
  /** Cells that have another status than before on some day, counted as readers are told. */
  readonly cells: number
  readonly concerns: Concerns
}

/** Kinds of record that statuses are computed from: without one of these, no cell moves. */
const COMPUTED_FROM: ReadonlySet<Kind> = new Set(['material', 'form', 'regime', 'instrument', 'provision', 'party'])

/**
 * What a revision changed, in short.
 *
 * @param number of a revision that is published and not the first.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function revisionTold(number: number): Promise<RevisionTold> {
  const [found, before, after] = [await revisionsNumbered([number]), await ledgerAt(number - 1), await ledgerAt(number)]
  const revision = found.get(number)
  if (revision === undefined || before === null || after === null)
    throw new TypeError(`revision ${number} is not in the record`)
  const changes = changesBetween(before, after)
  const { materials, regimes } = reachOf(changes, before, after)
  const isOfLaw = changes.some(({ kind }) => COMPUTED_FROM.has(kind))
  return {
    revision,
    cells: isOfLaw ? cellsIn(plainFlips(openLaw(before, null), openLaw(after, null))) : 0,
    concerns: { materials: [...materials].sort(), regimes: [...regimes].sort() },
  }
}
