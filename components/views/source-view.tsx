import { HistoryLink } from '@/components/history/history-link'
import { LooseStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { SourceTitle } from '@/components/marks/source-title'
import { SourceRests } from '@/components/record/source-rests'
import { PageShell } from '@/components/shell/page-shell'
import { English, inEnglish } from '@/components/ui/english'
import type { Fact } from '@/components/ui/facts'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import type { SourcePage } from '@/components/views/record-pages'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import { nameOfLanguage } from '@/lib/contract/words/names'
import { CITING_KINDS } from '@/lib/ledger/citations'
import type { Source } from '@/lib/ledger/testimony'

/** One source: what it is, how it was read, and every record that rests on it. */
export function SourceView(page: SourcePage) {
  const { source, coordinates } = page
  const trail = [{ label: say('shell.nav.sources'), href: linkTo(coordinates, { name: 'sources' }) }]
  const rests = CITING_KINDS.some((kind) => page[kind].length > 0)
  return (
    <PageShell frame={page} trail={trail}>
      <h1>
        <SourceTitle source={source} />
      </h1>
      {source.note !== null && (
        <p className="lede" {...inEnglish()}>
          {source.note}
        </p>
      )}
      <Facts
        facts={[
          ...factsOf(source),
          {
            name: say('history.link'),
            value: <HistoryLink kind="source" record={source.key} name={source.title} at={coordinates} />,
          },
        ]}
      />
      <Section id="rests" title={say('pages.source.rests')}>
        <p className="soft">{say(rests ? 'library.source.restsNote' : 'pages.source.none')}</p>
        <SourceRests page={page} />
      </Section>
    </PageShell>
  )
}

function factsOf({ publisher, publishedOn, language, kind, read, url, article }: Source): readonly Fact[] {
  return [
    { name: say('pages.source.publisher'), value: <English>{publisher}</English> },
    {
      name: say('pages.source.published'),
      value: publishedOn === null ? say('library.source.noDate') : <LooseStamp when={publishedOn} />,
    },
    { name: say('pages.source.language'), value: nameOfLanguage(language) },
    { name: say('pages.source.kind'), value: say(`pages.source.kinds.${kind}`) },
    { name: say('pages.source.read'), value: say(`pages.source.reads.${read}`) },
    { name: say('library.source.article'), value: article === null ? null : say('library.source.founding') },
    {
      name: say('pages.source.address'),
      value: url === null ? say('library.source.noAddress') : <Address url={url} />,
    },
  ]
}

function Address({ url }: { readonly url: string }) {
  return (
    <a href={url} rel="noreferrer" className="address">
      {url}
      <span className="hidden-text">{`${mark('comma')}${say('shell.new')}`}</span>
    </a>
  )
}
