import { Runs } from '@/components/ui/runs'

/** Small links in a row, as one named place of the page. */
export function LinkList({
  name,
  links,
}: {
  readonly name: string
  readonly links: readonly { readonly href: string; readonly words: string }[]
}) {
  return (
    <nav aria-label={name} className="screen">
      <ul className="inline-list small">
        {links.map(({ href, words }) => (
          <li key={href}>
            <a href={href}>
              <Runs text={words} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
