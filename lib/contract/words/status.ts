import type { Status } from '@/lib/ledger/status'
import { say } from './catalogue'

/** A status as it is shown: a roll-up adds `mixed`. */
export type ShownStatus = Status | 'mixed'

/** The word of a status in running text: `pause ended, not verified`. */
export function statusWord(status: ShownStatus, beforeEffect = false): string {
  return status === 'paused' && beforeEffect ? say('status.pausedBeforeEffect') : say(`status.cell.${status}`)
}

/** What a narrow cell puts under the short word, so that no status is told by its shape alone; null for most. */
export function qualifierOf(status: ShownStatus, beforeEffect: boolean): string | null {
  if (status === 'pause-ended') return say('status.qualifier.pause-ended')
  return status === 'paused' && beforeEffect ? say('status.qualifier.paused') : null
}
