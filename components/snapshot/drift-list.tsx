import type { Drifted } from '@/components/snapshot/drifted'
import { say } from '@/lib/contract/words/catalogue'

/** Each cell that differs, in a sentence. Paper cannot unfold anything, so the count above says how many there are. */
export function DriftList({ drift }: { readonly drift: Drifted }) {
  return (
    <details className="folded screen">
      <summary>{say('snapshots.drift.list')}</summary>
      <ul className="lines small">
        {drift.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  )
}
