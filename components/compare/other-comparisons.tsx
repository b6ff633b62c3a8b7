import { linkTo } from '@/components/marks/link-to'
import { LinkList } from '@/components/ui/link-list'
import type { ComparePage } from '@/components/views/compare-page'
import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'

/** The same two questions the other way round, and the form for any others. */
export function OtherComparisons({ page }: { readonly page: ComparePage }) {
  const { coordinates, against } = page
  const { revision, question, scope } = coordinates
  const swapped = linkTo({ ...coordinates, ...against }, { name: 'compare', against: { revision, question } })
  const wider = linkTo({ ...coordinates, scope: 'all' }, coordinates.view)
  const links = [
    { href: swapped, words: say('compare.links.swap') },
    ...(scope === 'rare-earths' ? [{ href: wider, words: say('compare.links.all') }] : []),
    { href: inThisLanguage('/compare'), words: say('compare.links.form') },
  ]
  return <LinkList name={say('compare.links.name')} links={links} />
}
