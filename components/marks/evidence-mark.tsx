import { Glyph } from '@/components/ui/glyph-sheet'
import { say } from '@/lib/contract/words/catalogue'
import type { Evidence } from '@/lib/ledger/record'

/** How a line was seen (R12): an unverified one is marked by shape, dotted line and word. */
export function EvidenceMark({ evidence }: { readonly evidence: Evidence }) {
  return (
    <span className="evidence" data-e={evidence} title={say(`status.evidenceMeaning.${evidence}`)}>
      {evidence === 'unverified' && <Glyph name="doubt" />}
      <span>{say(`status.evidence.${evidence}`)}</span>
    </span>
  )
}
