import type { Status } from '@/lib/ledger/status'

/** How a stretch of days is drawn: by texture first, by colour last. */
export type Look =
  | 'none'
  | 'hollow'
  | 'solid'
  | 'hatched'
  | 'hatched-hollow'
  | 'doubt'
  | 'crossed'
  | 'slashed'
  | 'split'

const LOOKS: { readonly [status in Status | 'mixed']: Look } = {
  'not-controlled': 'none',
  announced: 'hollow',
  paused: 'hatched',
  'pause-ended': 'doubt',
  licence: 'solid',
  refused: 'slashed',
  prohibited: 'crossed',
  mixed: 'split',
  'not-applicable': 'none',
  unknown: 'doubt',
}

/** How a status is drawn over days, on pages and in files alike; a pause of rules that never applied has a broken edge. */
export function lookOf(status: Status | 'mixed', beforeEffect: boolean): Look {
  return status === 'paused' && beforeEffect ? 'hatched-hollow' : LOOKS[status]
}
