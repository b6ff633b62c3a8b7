import { say } from '@/lib/contract/words/catalogue'
import type { VerdictWord } from '@/lib/ledger/verdict'

/** The shape before each word: from full to empty, with a cross, a clock-like half turn and a question mark. */
const SHAPES: { readonly [word in VerdictWord]: string } = {
  supported: '●',
  partly: '◐',
  contradicted: '✕',
  'not-yet': '○',
  overtaken: '↷',
  untestable: '?',
}

/** A verdict in its word; the shape only repeats it. */
export function VerdictMark({ word }: { readonly word: VerdictWord }) {
  return (
    <span className="verdict" data-v={word}>
      <i aria-hidden="true">{SHAPES[word]}</i> {say(`claims.verdict.${word}`)}
    </span>
  )
}
