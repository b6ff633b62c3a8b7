import { linkTo } from '@/components/marks/link-to'
import { Runs } from '@/components/ui/runs'
import type { Retirement } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import type { Kind } from '@/lib/ledger/change'

/** Why nothing stands under a key any more, and what took its place. */
export function WhyGone({
  kind,
  retirement,
  at,
}: {
  readonly kind: Kind
  readonly retirement: Retirement | null
  readonly at: Coordinates
}) {
  if (retirement === null) return <p>{say('history.gone.silently')}</p>
  const { why, replacedBy } = retirement
  return (
    <>
      <p>
        <Runs text={say('history.gone.why', { why })} />
      </p>
      {replacedBy !== null && (
        <p>
          {say('history.gone.replaced')}{' '}
          <a href={linkTo(at, { name: 'history', kind, key: replacedBy.key })}>
            <Runs text={replacedBy.name} />
          </a>
        </p>
      )}
    </>
  )
}
