import { WhyGone } from '@/components/history/why-gone'
import { linkTo } from '@/components/marks/link-to'
import { Runs } from '@/components/ui/runs'
import type { ChangePage } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'

/** Two revisions that do not follow each other: records differ, but nothing was done to them at once. */
type Compared = { readonly number: number; readonly against: number } | null
type Told = ChangePage['changes'][number]

/** What changed, record by record; each leads to every version of that record. */
export function RecordChanges({
  changes,
  compared,
  at,
}: {
  readonly changes: readonly Told[]
  readonly compared: Compared
  readonly at: Coordinates
}) {
  return (
    <ol className="record-changes">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.key}`} id={`${change.kind}-${change.key}`}>
          <h3>
            <span className="soft">{headOf(change, compared)}</span>{' '}
            <a href={linkTo(at, { name: 'history', kind: change.kind, key: change.key })}>
              <Runs text={change.name} />
            </a>{' '}
            <span className="code soft">{change.key}</span>
          </h3>
          {change.what === 'withdrawn' ? (
            (compared === null || change.retirement !== null) && (
              <WhyGone kind={change.kind} retirement={change.retirement} at={at} />
            )
          ) : (
            <Sentences change={change} />
          )}
        </li>
      ))}
    </ol>
  )
}

function headOf({ what, kind }: Told, compared: Compared): string {
  const named = say(`address.kept.${kind}`)
  if (compared === null) return say(`history.what.${what}`, { kind: named })
  return say(`history.compared.${what}`, { kind: named, ...compared })
}

/** Field by field. What a new record says is folded away: its page tells it better. */
export function Sentences({ change: { what, sentences } }: { readonly change: Pick<Told, 'what' | 'sentences'> }) {
  const list = (
    <ul className="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Runs text={sentence} />
        </li>
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
