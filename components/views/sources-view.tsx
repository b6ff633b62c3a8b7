import { LooseStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { SourceTitle } from '@/components/marks/source-title'
import { PageShell } from '@/components/shell/page-shell'
import { English } from '@/components/ui/english'
import { Section } from '@/components/ui/section'
import type { SourcesPage } from '@/components/views/record-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { restsInWords } from '@/lib/contract/words/rests'

/** Primary law first; news, of which there is most, last. */
const KINDS = ['primary-legal', 'official-statement', 'law-firm', 'analysis', 'dataset', 'news'] as const

type SourceEntry = SourcesPage['sources'][number]

/** Every source by kind, each with how it was read and how much rests on it. */
export function SourcesView({ sources, ...frame }: SourcesPage) {
  const groups = KINDS.map((kind) => ({ kind, entries: sources.filter(({ source }) => source.kind === kind) }))
  return (
    <PageShell frame={frame}>
      <h1>{say('pages.sources.title')}</h1>
      <p className="lede">{say('pages.sources.lead', { count: sources.length })}</p>
      <nav aria-label={say('pages.source.kind')}>
        <ul className="inline-list">
          {groups.map(({ kind, entries }) => (
            <li key={kind}>
              <a href={`#${kind}`}>{titleOf(kind, entries)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ kind, entries }) => (
        <Section key={kind} id={kind} title={titleOf(kind, entries)}>
          <ul className="found sources">
            {entries.map((entry) => (
              <Entry key={entry.source.key} entry={entry} at={frame.coordinates} />
            ))}
          </ul>
        </Section>
      ))}
    </PageShell>
  )
}

function Entry({ entry: { source, rests }, at }: { readonly entry: SourceEntry; readonly at: Coordinates }) {
  return (
    <li>
      <a href={linkTo(at, { name: 'source', key: source.key })}>
        <SourceTitle source={source} />
      </a>
      <span>
        <English>{source.publisher}</English>
      </span>
      <span>
        {source.publishedOn === null ? say('library.sources.noDate') : <LooseStamp when={source.publishedOn} />}
      </span>
      <span>{say('library.sources.read', { how: say(`pages.source.reads.${source.read}`) })}</span>
      <span>{restsInWords(rests)}</span>
    </li>
  )
}

function titleOf(kind: (typeof KINDS)[number], { length }: readonly SourceEntry[]): string {
  return say('library.sources.kind', { kind: say(`pages.sources.kinds.${kind}`), count: length })
}
