import 'server-only'
import { undecidedClaims, unsupportedClaims } from '@/lib/ledger/claim'
import { claimAsDated } from '@/lib/ledger/period'
import { proofOf } from '@/lib/ledger/proof'
import { frameOf, mentionsOf } from './frame'
import type { Opened } from './opened'

/** The proof of one cell with everything it cites. Material and form are known to exist. */
export function proofPage(opened: Opened, material: string, form: string) {
  const { coordinates, law, record } = opened
  const proof = proofOf(law, coordinates.question, material, form)
  const unsupported = unsupportedClaims(record.claims, law, coordinates.question, proof.answer)
  const claims = unsupported.map(claimAsDated)
  const provisions = proof.answer.lines.map((line) => line.provision)
  return {
    ...frameOf(opened, proof.answer.verifiedThrough ?? undefined),
    ...mentionsOf(
      record,
      [...provisions, ...claims, ...proof.boundaries.map((boundary) => boundary.instrument)],
      law.instruments.values(),
    ),
    proof,
    claims,
    undecided: undecidedClaims(unsupported, law, coordinates.question, proof.answer).length,
  }
}
