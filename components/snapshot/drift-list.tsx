import type { Drifted } from '@/components/snapshot/drifted'
import { say } from '@/lib/contract/words/catalogue'

type Groups = Drifted['groups']

/** As many sentences stand in the banner; the rest is folded, so that the frozen view stays in sight. */
const AT_ONCE = 3

/** What became of the cells that differ: a sentence for those that went the same way, its cells folded below it. */
export function DriftList({ drift: { groups } }: { readonly drift: Drifted }) {
  const rest = groups.slice(AT_ONCE)
  return (
    <>
      <Sentences groups={groups.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary>{say('snapshots.drift.more', { count: rest.length })}</summary>
          <Sentences groups={rest} />
        </details>
      )}
    </>
  )
}

function Sentences({ groups }: { readonly groups: Groups }) {
  return (
    <ul className="drift-groups small">
      {groups.map(({ says, items }) => (
        <li key={`${says} ${items[0]}`}>
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
