import { linkComparing, linkNow } from '@/components/marks/link-to'
import { LinkList } from '@/components/ui/link-list'
import type { MatrixPage } from '@/components/views/matrix-page'
import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'
import { previousDay } from '@/lib/ledger/interval'

/** From an answer to what made it so: against the day before it, the revision before it, and (as a live address) since it. */
export function CompareLinks({ page: { coordinates, coversFrom } }: { readonly page: MatrixPage }) {
  const { question, revision } = coordinates
  const before = previousDay(question.on)
  const since = linkNow({
    ...coordinates,
    by: 'form',
    view: { name: 'compare', against: { revision, question } },
  })
  const links = [
    before < coversFrom
      ? null
      : { href: linkComparing(coordinates, { on: before }), words: say('compare.links.dayBefore') },
    revision === 1
      ? null
      : {
          href: linkComparing(coordinates, { revision: revision - 1 }),
          words: say('compare.links.revisionBefore', { number: revision - 1 }),
        },
    { href: since, words: say('compare.links.sinceThis') },
    { href: inThisLanguage('/compare'), words: say('compare.links.form') },
  ].filter((link) => link !== null)
  return <LinkList name={say('compare.links.entries')} links={links} />
}
