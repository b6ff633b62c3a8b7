import { StatusMark } from '@/components/marks/status-mark'
import { say } from '@/lib/contract/words/catalogue'
import { qualifiersOf } from '@/lib/contract/words/compare'
import { listed } from '@/lib/contract/words/list'
import type { Seen } from '@/lib/ledger/compare/seen'

/** What a reader sees of a cell: the shape and the word of its status, and what qualifies it. */
export function SeenMark({ seen }: { readonly seen: Seen | null }) {
  if (seen === null) return <span className="soft">{say('compare.seen.none')}</span>
  const details = qualifiersOf(seen)
  return (
    <span className="seen">
      <StatusMark status={seen.status} beforeEffect={seen.beforeEffect} />
      {details.length > 0 && <small className="soft">{listed(details, 'apart')}</small>}
    </span>
  )
}
