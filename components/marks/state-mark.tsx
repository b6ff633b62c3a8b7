import type { GlyphName } from '@/components/ui/glyph-sheet'
import { Glyph } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import type { LineState } from '@/lib/ledger/status'

const SHAPE: { readonly [state in LineState]: GlyphName } = {
  'in-force': 'licence',
  suspended: 'paused',
  announced: 'announced',
  exempted: 'not-controlled',
  ended: 'not-applicable',
  'not-issued': 'not-applicable',
}

/**
 * What a provision is doing on a day (R3), by shape and word as the timeline draws it: solid in force, hatched
 * suspended, hollow announced. `firm` is false where its revival is verified by nobody (R7), `applied` where it was
 * never in force so far.
 */
export function StateMark({
  state,
  firm = true,
  applied = true,
}: {
  readonly state: LineState
  readonly firm?: boolean
  readonly applied?: boolean
}) {
  const shape = shapeOf(state, firm, applied)
  return (
    <span className="status" data-s={shape === 'paused-before-effect' ? 'paused' : shape}>
      <Glyph name={shape} />
      <span>{firm ? say(`status.state.${state}`) : say('law.state.notFirm')}</span>
    </span>
  )
}

function shapeOf(state: LineState, firm: boolean, applied: boolean): GlyphName {
  if (!firm) return 'pause-ended'
  return state === 'suspended' && !applied ? 'paused-before-effect' : SHAPE[state]
}
