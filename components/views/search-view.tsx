import { CodeCheck } from '@/components/check/code-check'
import { BestFound, FoundGroups } from '@/components/search/found-groups'
import { SearchHelp } from '@/components/search/search-help'
import { PageShell } from '@/components/shell/page-shell'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { SearchPage } from '@/components/views/record-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** What the record has under a text, by kind; what can be searched for where there is nothing to show. */
export function SearchView(page: SearchPage) {
  const { groups, verifiedThrough } = page
  return (
    <PageShell
      frame={null}
      q={page.q}
      here={page.q === '' ? '/search' : `/search?${new URLSearchParams({ q: page.q })}`}
    >
      <h1>{titleOf(page)}</h1>
      <Lead page={page} />
      {page.unprinted !== null && <p>{say('check.candidates.none', { code: page.unprinted })}</p>}
      <CodeCheck q={page.q} />
      {page.unprinted === null && <BestFound groups={groups} q={page.q} />}
      {groups.length > 0 && (
        <p className="small soft">
          {say('library.search.now')}
          {verifiedThrough !== null && ` ${say('library.search.verified', { day: dayInWords(verifiedThrough) })}`}
        </p>
      )}
      <FoundGroups groups={groups} q={page.q} />
      {groups.length === 0 && (
        <Section id="what" title={say('library.search.what')}>
          <SearchHelp />
        </Section>
      )}
    </PageShell>
  )
}

function Lead({ page: { q, groups, refusal } }: { readonly page: SearchPage }) {
  if (refusal !== null) return <Notice tone="alarm">{refusal}</Notice>
  if (q.trim() === '') return <p className="lede">{say('library.search.hint')}</p>
  return groups.length === 0 ? <p className="lede">{say('pages.search.none', { q })}</p> : null
}

function titleOf({ q, groups, refusal }: SearchPage): string {
  if (refusal !== null) return say('library.search.refused')
  if (q.trim() === '') return say('pages.search.title')
  return say('pages.search.results', { total: groups.reduce((sum, group) => sum + group.total, 0), q })
}
