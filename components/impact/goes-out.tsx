import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'
import { materialsInShort } from '@/lib/contract/words/impact-cells'
import { movedDayInWords } from '@/lib/contract/words/legal-day'
import type { Outgoing } from '@/lib/ledger/outgoing'

const DAYS_AT_ONCE = 8

/** What publishing sends to those who follow the record: the entry in the feeds, and the days of the calendar that move. */
export function GoesOut({ outgoing, nameOf }: { readonly outgoing: Outgoing; readonly nameOf: NameOf }) {
  const { reach, days } = outgoing
  const materials = [...reach.materials].sort()
  const regimes = [...reach.regimes].sort().map((key) => nameOf('regime', key))
  const [shown, rest] = [days.slice(0, DAYS_AT_ONCE), days.slice(DAYS_AT_ONCE)]
  return (
    <>
      <p>
        {say('feeds.out.entry')}{' '}
        {materials.length > 0 && say('feeds.out.materials', { names: materialsInShort(materials, nameOf) })}{' '}
        {regimes.length > 0 && say('feeds.out.regimes', { names: regimes.join(', ') })}
      </p>
      <p>{say('feeds.out.days', { count: days.length })}</p>
      {shown.length > 0 && (
        <ul className="small">
          {shown.map((moved) => (
            <li key={(moved.after ?? moved.before)?.id}>{movedDayInWords(moved)}</li>
          ))}
          {rest.length > 0 && <li>{say('feeds.out.more', { count: rest.length })}</li>}
        </ul>
      )}
    </>
  )
}
