import { Instant } from '@/components/marks/instant'
import { say } from '@/lib/contract/words/catalogue'

type Listed = {
  readonly id: string
  readonly address: string
  readonly madeAt: string
  /** Of its note; empty while it has none. */
  readonly title: string
}

/** Snapshots, each with the view it was taken from and the title of its note. */
export function SnapshotList({ snapshots, older }: { readonly snapshots: readonly Listed[]; readonly older: boolean }) {
  const last = snapshots.at(-1)
  if (last === undefined) return <p>{say('snapshots.admin.none')}</p>
  return (
    <>
      <ul className="lines">
        {snapshots.map(({ id, address, madeAt, title }) => (
          <li key={id}>
            <a href={`/admin/snapshots/${id}`}>{title === '' ? say('snapshots.admin.untitled', { id }) : title}</a>{' '}
            <span className="soft">
              <span className="code">{address}</span> · <Instant at={madeAt} />
            </span>
          </li>
        ))}
      </ul>
      {older && (
        <p>
          <a href={`/admin/snapshots?before=${last.madeAt}`} className="tall-link">
            {say('snapshots.admin.older')}
          </a>
        </p>
      )}
    </>
  )
}
