import type { SourceNumbers } from '@/components/law/source-numbers'
import { sourceAnchor } from '@/components/law/source-numbers'
import { LooseStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { SourceTitle } from '@/components/marks/source-title'
import { English } from '@/components/ui/english'
import type { Mentions } from '@/components/views/frame'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import type { Citation } from '@/lib/ledger/record'
import type { Source } from '@/lib/ledger/testimony'

/**
 * Citations by number, with the place inside the source: `1 (1C902.a) 3`. A place that `usual` citations name too goes
 * without saying.
 */
export function SourceRefs({
  cited,
  numbers,
  usual = [],
}: {
  readonly cited: readonly Citation[]
  readonly numbers: SourceNumbers
  readonly usual?: readonly Citation[]
}) {
  const numbered = distinct(cited).map((citation) => ({ ...citation, number: numbers.get(citation.source) ?? 0 }))
  return (
    <span className="source-refs">
      {numbered
        .sort((a, b) => a.number - b.number)
        .map(({ source, locator, number }) => (
          <span key={source}>
            {' '}
            <a href={`#${sourceAnchor(source)}`}>{number}</a>
            {locator !== null && !names(usual, source, locator) && <English>{` (${locator})`}</English>}
          </span>
        ))}
    </span>
  )
}

function names(citations: readonly Citation[], source: string, locator: string): boolean {
  return citations.some((citation) => citation.source === source && citation.locator === locator)
}

/** A source that is cited twice is told once. */
function distinct(cited: readonly Citation[]): readonly Citation[] {
  return [...new Map(cited.toReversed().map((citation) => [citation.source, citation])).values()].toReversed()
}

/** The sources that a page cites, under the numbers it cites them by. */
export function SourceList({
  numbers,
  sources,
  at,
}: Pick<Mentions, 'sources'> & { readonly numbers: SourceNumbers; readonly at: Coordinates }) {
  return (
    <>
      <p className="small soft">{say('law.sources.note')}</p>
      <ol className="source-list">
        {[...numbers].map(([key]) => (
          <li key={key} id={sourceAnchor(key)}>
            <Entry address={linkTo(at, { name: 'source', key })} source={sources[key]} name={key} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Entry({
  address,
  source,
  name,
}: {
  readonly address: string
  readonly source: Source | undefined
  readonly name: string
}) {
  if (source === undefined) return <a href={address}>{name}</a>
  const { publisher, publishedOn, url } = source
  return (
    <>
      <a href={address}>
        <SourceTitle source={source} />
      </a>
      <span className="soft">
        {' · '}
        <English>{publisher}</English>
      </span>
      {publishedOn !== null && (
        <span className="soft">
          {mark('comma')}
          <LooseStamp when={publishedOn} />
        </span>
      )}
      {url !== null && (
        <>
          {' · '}
          <a href={url} rel="noreferrer">
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
