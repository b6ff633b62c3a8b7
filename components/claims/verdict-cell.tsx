import { VerdictMark } from '@/components/claims/verdict-mark'
import { noVerdictInWords } from '@/lib/contract/words/claims'
import { countsInWords, type Kinds } from '@/lib/contract/words/claims-counts'
import type { ClaimReading } from '@/lib/ledger/claim-reading'
import type { Verdict } from '@/lib/ledger/verdict'

/** A verdict with what it counts, or why there is none. */
export function VerdictCell({
  verdict,
  reading,
  kinds,
}: {
  readonly verdict: Verdict | null
  readonly reading: ClaimReading
  readonly kinds: Kinds
}) {
  if (verdict === null) return <span className="soft">{noVerdictInWords(reading)}</span>
  return (
    <>
      <VerdictMark word={verdict.word} />
      {verdict.cells > 0 && <small>{countsInWords(verdict, kinds)}</small>}
    </>
  )
}
