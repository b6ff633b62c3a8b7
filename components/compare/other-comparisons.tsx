import { LinkList } from '@/components/ui/link-list'
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
  const links = [
    { href: swapped, words: say('compare.links.swap') },
    ...(scope === 'rare-earths' ? [{ href: wider, words: say('compare.links.all') }] : []),
    { href: '/compare', words: say('compare.links.form') },
  ]
  return <LinkList name={say('compare.links.name')} links={links} />
}
