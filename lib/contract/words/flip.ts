import type { Flip } from '@/lib/ledger/flip'
import type { Instrument } from '@/lib/ledger/record'
import type { Status } from '@/lib/ledger/status'
import { say } from './catalogue'
import { dayInWords } from './day'
import { instrumentName } from './instrument'
import { listed } from './list'
import { statusWord } from './status'

/** What would change the answer, or move its end, in a sentence (R12). */
export function flipInWords(flip: Flip, status: Status): string {
  switch (flip.kind) {
    case 'scheduled':
      return say('proof.flips.scheduled', { day: dayInWords(flip.on), word: statusWord(flip.becomes) })
    case 'verified':
      return say('proof.flips.verified', {
        instrument: instrumentName(flip.instrument),
        day: dayInWords(flip.through),
        word: statusWord(flip.becomes),
      })
    case 'rules-suspended-or-repealed':
      return say(`proof.flips.${flip.kind}`, { lines: flip.lines, instruments: names(flip.instruments) })
    case 'suspension-extended':
      return say(`proof.flips.${status === 'paused' ? 'pause-extended' : flip.kind}`, {
        instruments: names(flip.instruments),
      })
    case 'suspension-lifted':
      return say(`proof.flips.${flip.kind}`, { instruments: names(flip.instruments) })
    case 'new-rule':
      return say('proof.flips.new-rule')
  }
}

function names(instruments: readonly Instrument[]): string {
  return listed(instruments.map(instrumentName), 'and')
}
