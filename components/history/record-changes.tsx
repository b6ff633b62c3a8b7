import { WhyGone } from '@/components/history/why-gone'
import { linkTo } from '@/components/marks/link-to'
import type { ChangePage } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'

type Told = ChangePage['changes'][number]

/** What changed, record by record; each leads to every version of that record. */
export function RecordChanges({ changes, at }: { readonly changes: readonly Told[]; readonly at: Coordinates }) {
  return (
    <ol className="record-changes">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.key}`} id={`${change.kind}-${change.key}`}>
          <h3>
            <span className="soft">
              {say(`history.what.${change.what}`, { kind: say(`address.kept.${change.kind}`) })}
            </span>{' '}
            <a href={linkTo(at, { name: 'history', kind: change.kind, key: change.key })}>{change.name}</a>
          </h3>
          {change.what === 'withdrawn' ? (
            <WhyGone kind={change.kind} retirement={change.retirement} at={at} />
          ) : (
            <Sentences change={change} />
          )}
        </li>
      ))}
    </ol>
  )
}

/** Field by field. What a new record says is folded away: its page tells it better. */
export function Sentences({ change: { what, sentences } }: { readonly change: Pick<Told, 'what' | 'sentences'> }) {
  const list = (
    <ul className="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
  if (what !== 'recorded') return list
  return (
    <details>
      <summary>{say('history.fields', { count: sentences.length })}</summary>
      {list}
    </details>
  )
}
