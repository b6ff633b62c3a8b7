import type { GlyphName } from '@/components/ui/glyph-sheet'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { ShownStatus } from '@/lib/contract/words/status'
import { statusWord } from '@/lib/contract/words/status'

/** The shape of a status; a pause of rules that never applied has its own. */
export function glyphOf(status: ShownStatus, beforeEffect = false): GlyphName {
  return status === 'paused' && beforeEffect ? 'paused-before-effect' : status
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
