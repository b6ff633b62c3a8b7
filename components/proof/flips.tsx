import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { statusWord } from '@/lib/contract/words/status'
import type { Flip } from '@/lib/ledger/flip'
import type { Proof } from '@/lib/ledger/proof'
import type { Instrument } from '@/lib/ledger/record'
import type { CellAnswer, Status } from '@/lib/ledger/status'

/** What would change the answer, or move its end: what is dated first, then what somebody could do (R12). */
export function Flips({ flips, status }: Pick<Proof, 'flips'> & Pick<CellAnswer, 'status'>) {
  return (
    <ul className="lines">
      {flips.map((flip) => (
        <li key={flipInWords(flip, status)}>{flipInWords(flip, status)}</li>
      ))}
    </ul>
  )
}

function flipInWords(flip: Flip, status: Status): string {
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

const LIST = new Intl.ListFormat('en', { type: 'conjunction' })

function names(instruments: readonly Instrument[]): string {
  return LIST.format(instruments.map(instrumentName))
}
