import type { FrozenMoved } from '@/lib/contract/edit/standing'
import { snapshotAddress } from '@/lib/contract/snapshot-address'
import { say } from '@/lib/contract/words/catalogue'

const AT_ONCE = 8

/** Which snapshots publishing will be seen on: their own words stay, what they are held against today does not. */
export function FrozenShown({ frozen: { looked, moved } }: { readonly frozen: FrozenMoved }) {
  if (moved.length === 0) return <p>{say('snapshots.ahead.none', { looked })}</p>
  return (
    <>
      <p>{say('snapshots.ahead.moved', { count: moved.length, looked })}</p>
      <ul className="small">
        {moved.slice(0, AT_ONCE).map(({ id, title, cells }) => (
          <li key={id}>
            <a href={snapshotAddress(id)}>{title}</a> <span className="soft">{id}</span>:{' '}
            {say('snapshots.ahead.one', { cells })}
          </li>
        ))}
        {moved.length > AT_ONCE && <li>{say('snapshots.ahead.more', { count: moved.length - AT_ONCE })}</li>}
      </ul>
    </>
  )
}
