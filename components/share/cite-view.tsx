import type { Citations } from '@/components/share/cite-section'
import { CiteSection } from '@/components/share/cite-section'
import { EmbedSection } from '@/components/share/embed-section'
import { FreezeForm } from '@/components/share/freeze-form'
import { PageShell } from '@/components/shell/page-shell'
import type { EmbedSnippets } from '@/lib/contract/embed-address'
import { say } from '@/lib/contract/words/catalogue'

/** How a view is cited. What never changes is offered first: it has to be frozen for that. */
export function CiteView({
  title,
  clocks,
  address,
  citations,
  snippets,
}: {
  readonly title: string
  readonly clocks: readonly string[]
  readonly address: string
  readonly citations: Citations
  readonly snippets: EmbedSnippets
}) {
  return (
    <PageShell frame={null}>
      <h1>{say('share.citePage.title')}</h1>
      <p>
        <a href={address}>{title}</a>
      </p>
      <ul className="inline-list soft">
        {clocks.map((clock) => (
          <li key={clock}>{clock}</li>
        ))}
      </ul>
      <p>{say('share.citePage.lead')}</p>
      <FreezeForm address={address} main />
      <p>{say('share.citePage.pinned')}</p>
      <CiteSection citations={citations} />
      <EmbedSection snippets={snippets} of="page" />
    </PageShell>
  )
}
