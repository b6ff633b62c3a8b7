import type { GlyphName } from '@/components/ui/glyph-sheet'
import { Glyph } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import type { Status } from '@/lib/ledger/status'

/** A status as it is shown: a roll-up adds `mixed`. */
export type ShownStatus = Status | 'mixed'

/** The shape of a status; a pause of rules that never applied has its own. */
export function glyphOf(status: ShownStatus, beforeEffect = false): GlyphName {
  return status === 'paused' && beforeEffect ? 'paused-before-effect' : status
}

/** The word of a status in running text: `pause ended, not verified`. */
export function statusWord(status: ShownStatus, beforeEffect = false): string {
  return status === 'paused' && beforeEffect ? say('status.pausedBeforeEffect') : say(`status.cell.${status}`)
}

/** What a narrow cell puts under the short word, so that no status is told by its shape alone; null for most. */
export function qualifierOf(status: ShownStatus, beforeEffect: boolean): string | null {
  if (status === 'pause-ended') return say('status.qualifier.pause-ended')
  return status === 'paused' && beforeEffect ? say('status.qualifier.paused') : null
}

/** Shape and word of a status, coloured last. */
export function StatusMark({
  status,
  beforeEffect = false,
}: {
  readonly status: ShownStatus
  readonly beforeEffect?: boolean
}) {
  return (
    <span className="status" data-s={status}>
      <Glyph name={glyphOf(status, beforeEffect)} />
      <span>{statusWord(status, beforeEffect)}</span>
    </span>
  )
}
