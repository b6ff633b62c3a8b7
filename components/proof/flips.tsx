import { flipInWords } from '@/lib/contract/words/flip'
import type { Proof } from '@/lib/ledger/proof'
import type { CellAnswer } from '@/lib/ledger/status'

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
