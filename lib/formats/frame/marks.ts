import type { ExhibitTimeline } from '@/lib/contract/exhibit'
import { element, type Markup, words } from '../svg/markup'

/** What a frame calls that which was said and done beside the law: the list, and either kind of it. */
export type MarkWords = { readonly title: string; readonly claim: string; readonly event: string }

/** What was said or done, the earliest first: folded, because a frame is small and the law comes first. */
export function marksList({ marks }: ExhibitTimeline, said: MarkWords): readonly Markup[] {
  if (marks.length === 0) return []
  const items = marks
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    .map(({ when, kind, title }) =>
      element('li', {}, element('span', { class: 'days' }, words(when)), words(` ${said[kind]}: ${title}`)),
    )
  return [
    element(
      'details',
      {},
      element('summary', {}, words(`${said.title} (${marks.length})`)),
      element('ol', { class: 'stretches marks' }, items),
    ),
  ]
}
