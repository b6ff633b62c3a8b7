import { ProofLine } from '@/components/proof/proof-line'
import type { ProofPage } from '@/components/views/proof-page'
import { say } from '@/lib/contract/words/catalogue'

/** Every provision that concerns the cell, the deciding ones first (R8). */
export function ProofLines({ page }: { readonly page: ProofPage }) {
  const { lines } = page.proof.answer
  if (page.proof.answer.status === 'not-applicable') return null
  return (
    <section>
      <h3>{say('proof.lines')}</h3>
      {lines.length === 0 ? (
        <p>{say('proof.noLines')}</p>
      ) : (
        <ol className="proof-lines">
          {lines.map((line) => (
            <ProofLine key={line.provision.key} line={line} page={page} />
          ))}
        </ol>
      )}
    </section>
  )
}
