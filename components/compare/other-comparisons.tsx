import type { ComparePage } from '@/components/views/compare-page'
import { addressOf } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'

/** The same two questions the other way round, and the form for any others. */
export function OtherComparisons({ page }: { readonly page: ComparePage }) {
  const { coordinates, against } = page
  const { revision, question, scope } = coordinates
  const swapped = addressOf({
    ...coordinates,
    ...against,
    lastSeen: false,
    view: { name: 'compare', against: { revision, question } },
  })
  const wider = addressOf({ ...coordinates, lastSeen: false, scope: 'all' })
  return (
    <nav aria-label={say('compare.links.name')} className="screen">
      <ul className="inline-list small">
        <li>
          <a href={swapped}>{say('compare.links.swap')}</a>
        </li>
        {scope === 'rare-earths' && (
          <li>
            <a href={wider}>{say('compare.links.all')}</a>
          </li>
        )}
        <li>
          <a href="/compare">{say('compare.links.form')}</a>
        </li>
      </ul>
    </nav>
  )
}
