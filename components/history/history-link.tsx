import { linkTo } from '@/components/marks/link-to'
import { Runs } from '@/components/ui/runs'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import type { Kind } from '@/lib/ledger/change'

/** Leads to every version of a record; `name` tells the links of one page apart. */
export function HistoryLink({
  kind,
  record,
  name,
  at,
}: {
  readonly kind: Kind
  readonly record: string
  readonly name: string
  readonly at: Coordinates
}) {
  return (
    <a href={linkTo(at, { name: 'history', kind, key: record })} className="tall-link">
      {say('history.link')}
      <span className="hidden-text">
        {mark('space')}
        <Runs text={say('history.linkOf', { name })} />
      </span>
    </a>
  )
}
