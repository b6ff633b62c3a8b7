import { ClauseText } from '@/components/marks/clause-text'
import { linkTo } from '@/components/marks/link-to'
import { SourceTitle } from '@/components/marks/source-title'
import { English } from '@/components/ui/english'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import type { Citation } from '@/lib/ledger/record'
import type { Source } from '@/lib/ledger/testimony'

/** Where a fact was found: each source by its page here, and the original outside. */
export function Citations({
  at,
  sources,
  cited,
}: {
  readonly at: Coordinates
  readonly sources: { readonly [key: string]: Source }
  readonly cited: readonly Citation[]
}) {
  return (
    <ul className="citations">
      {cited.map((citation) => (
        <li key={`${citation.source} ${citation.locator ?? ''}`}>
          <a href={linkTo(at, { name: 'source', key: citation.source })}>
            <Title source={sources[citation.source]} otherwise={citation.source} />
          </a>
          {citation.locator !== null && (
            <>
              {mark('comma')}
              <English>{citation.locator}</English>
            </>
          )}
          <Original source={sources[citation.source]} />
          {citation.clause !== undefined && (
            <div className="clause">
              <ClauseText clause={citation.clause} source={sources[citation.source]} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function Title({ source, otherwise }: { readonly source: Source | undefined; readonly otherwise: string }) {
  return source === undefined ? otherwise : <SourceTitle source={source} />
}

function Original({ source }: { readonly source: Source | undefined }) {
  if (source === undefined) return null
  return (
    <>
      <span className="soft">
        {' · '}
        <English>{source.publisher}</English>
      </span>
      {source.url !== null && (
        <>
          {' · '}
          <a href={source.url} rel="noreferrer">
            {say('proof.outside')}
            <span className="hidden-text">
              {' '}
              <SourceTitle source={source} />
              {`${mark('comma')}${say('shell.new')}`}
            </span>
          </a>
        </>
      )}
    </>
  )
}
