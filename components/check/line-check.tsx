import { lineLink } from '@/components/check/line-link'
import { ClauseName } from '@/components/marks/clause-name'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import type { Provision } from '@/lib/ledger/record'

/** The way from an item line to the check of a product that it names; nothing beside a line that names no goods. */
export function LineCheck({
  at,
  provision,
}: {
  readonly at: Coordinates
  readonly provision: Pick<Provision, 'key' | 'clause' | 'effect' | 'materials'>
}) {
  const href = lineLink(at, provision)
  if (href === null) return null
  return (
    <p className="small screen">
      <a className="tall-link" href={href}>
        {say('check.finding.checkLine')}
        <span className="hidden-text">
          {' '}
          <ClauseName clause={provision.clause} />
        </span>
      </a>
    </p>
  )
}
