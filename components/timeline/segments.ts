import type { Segment } from '@/components/timeline/lane-row'
import type { Look } from '@/lib/contract/looks'
import { lookOf } from '@/lib/contract/looks'
import { segmentInWords, stateWord } from '@/lib/contract/timeline/segments'
import type { ShownStatus } from '@/lib/contract/words/status'
import { statusWord } from '@/lib/contract/words/status'
import type { Interval } from '@/lib/ledger/interval'
import type { LaneSpan } from '@/lib/ledger/lane'
import type { LineState } from '@/lib/ledger/status'

/** A stretch of one status; the `index` of a timeline's first stretch is 0. */
export function statusSegment(
  lane: string,
  index: number,
  span: Interval & { readonly status: ShownStatus; readonly beforeEffect: boolean },
): Segment {
  const { from, to, status, beforeEffect } = span
  const word = statusWord(status, beforeEffect)
  return {
    from,
    to,
    look: lookOf(status, beforeEffect),
    tone: status,
    word,
    label: segmentInWords(lane, span, word),
    listed: index > 0,
  }
}

const STATES: { readonly [state in LineState]: { readonly look: Look; readonly tone: ShownStatus } } = {
  'in-force': { look: 'solid', tone: 'mixed' },
  suspended: { look: 'hatched', tone: 'mixed' },
  announced: { look: 'hollow', tone: 'mixed' },
  ended: { look: 'none', tone: 'mixed' },
  'not-issued': { look: 'none', tone: 'mixed' },
  exempted: { look: 'none', tone: 'mixed' },
}

/** A stretch of what an instrument's lines do; in force again on an unverified revival is drawn as doubt (R7). */
export function stateSegment(lane: string, span: LaneSpan): Segment {
  const word = stateWord(span)
  const drawn = span.firm ? STATES[span.state] : ({ look: 'doubt', tone: 'pause-ended' } as const)
  return { from: span.from, to: span.to, ...drawn, word, label: segmentInWords(lane, span, word), listed: true }
}
