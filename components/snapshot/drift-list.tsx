import type { Drifted } from '@/components/snapshot/drifted'
import { say } from '@/lib/contract/words/catalogue'

/** What became of the cells that differ: a sentence for those that went the same way, its cells folded below it. */
export function DriftList({ drift }: { readonly drift: Drifted }) {
  return (
    <ul className="drift-groups small">
      {drift.groups.map(({ says, items }) => (
        <li key={says + items[0]}>
          {says}
          <details className="screen">
            <summary>{say('snapshots.drift.list', { count: items.length })}</summary>
            <ul className="lines">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}
