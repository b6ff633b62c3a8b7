import type { BuyerDifference } from '@/lib/ledger/buyer'
import type { MatrixCell } from '@/lib/ledger/matrix'
import { markForBuyer } from './buyer'
import { say } from './catalogue'
import { dayInShort } from './day'

/**
 * What qualifies the answer of a cell, in words: `3 listed`, `unverified`, `claim`, `any buyer: licence`.
 *
 * @param forBuyer how the cell reads for any buyer, where it reads otherwise for the one asked about.
 */
export function marksOfCell(
  cell: MatrixCell,
  claimed: boolean,
  forBuyer: BuyerDifference | undefined,
): readonly string[] {
  return [
    ...(isListed(cell) ? [say('matrix.mark.listed', { count: cell.answer.namedLines })] : []),
    ...(isUnverified(cell) ? [say('matrix.mark.unverified')] : []),
    ...(claimed ? [say('matrix.mark.claim')] : []),
    ...(forBuyer === undefined ? [] : [markForBuyer(forBuyer)]),
  ]
}

/** R10: whether the answer covers only goods that lines name. */
export function isListed({ answer }: MatrixCell): boolean {
  return answer.coverage === 'named' && answer.status !== 'not-controlled' && answer.namedLines > 0
}

/** R12: whether a deciding line was never verified. */
export function isUnverified({ answer }: MatrixCell): boolean {
  return answer.lines.some((line) => line.decisive && line.provision.evidence === 'unverified')
}

/** The next dated change: a pause tells its last day, everything else what it becomes. */
export function nextOfCell({ answer, run }: MatrixCell): string | null {
  if (answer.status === 'paused' && run.lastDay !== null)
    return say('matrix.cell.nextOpen', { day: dayInShort(run.lastDay) })
  if (run.next === null) return null
  return say('matrix.cell.next', { word: say(`status.word.${run.next.status}`), day: dayInShort(run.next.on) })
}
