import { ClauseName } from '@/components/marks/clause-name'
import { ClauseText } from '@/components/marks/clause-text'
import { linkTo } from '@/components/marks/link-to'
import { SourceTitle } from '@/components/marks/source-title'
import { English } from '@/components/ui/english'
import { Section } from '@/components/ui/section'
import type { InstrumentPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import type { Citation } from '@/lib/ledger/record'

/** The clauses that an instrument and its lines were read from, as far as they were copied out: original and gloss. */
export function ClauseList({ page }: { readonly page: InstrumentPage }) {
  const { instrument, provisions, coordinates, sources } = page
  const cited = [
    ...instrument.sources.map((citation) => ({ line: null, citation })),
    ...provisions.flatMap(({ provision }) => provision.sources.map((citation) => ({ line: provision, citation }))),
  ]
  const quoted = cited.filter(({ citation }) => citation.clause !== undefined)
  if (quoted.length === 0) return null
  return (
    <Section id="clauses" title={say('history.clause.title')}>
      <ul className="clauses">
        {quoted.map(({ line, citation }) => (
          <li key={`${line?.key ?? ''} ${citation.source}`}>
            <p className="small">
              {line !== null && (
                <>
                  <a href={`#${line.key}`} className="tall-link">
                    <ClauseName clause={line.clause} />
                  </a>
                  {' · '}
                </>
              )}
              <a href={linkTo(coordinates, { name: 'source', key: citation.source })} className="tall-link">
                <Title citation={citation} sources={sources} />
              </a>
              {citation.locator !== null && (
                <>
                  {mark('comma')}
                  <English>{citation.locator}</English>
                </>
              )}
            </p>
            {citation.clause !== undefined && <ClauseText clause={citation.clause} source={sources[citation.source]} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Title({ citation, sources }: { readonly citation: Citation } & Pick<InstrumentPage, 'sources'>) {
  const source = sources[citation.source]
  return source === undefined ? citation.source : <SourceTitle source={source} />
}
