import { SourceRefs } from '@/components/law/numbered-sources'
import type { SourceNumbers } from '@/components/law/source-numbers'
import { linkTo } from '@/components/marks/link-to'
import { EntryList } from '@/components/timeline/entry-list'
import { LinkList } from '@/components/ui/link-list'
import { Section } from '@/components/ui/section'
import type { InstrumentLane } from '@/components/views/material-page'
import type { Coordinates } from '@/lib/contract/address'
import { entriesOf } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import type { Claim, Event } from '@/lib/ledger/testimony'

/** The law's own days, and what happened and was said around it, day by day; claims and events with their sources. */
export function CitedHistory({
  lanes,
  claims,
  events,
  numbers,
  at,
}: {
  readonly lanes: readonly InstrumentLane[]
  readonly claims: readonly Claim[]
  readonly events: readonly Event[]
  readonly numbers: SourceNumbers
  readonly at: Coordinates
}) {
  const dated = entriesOf({ forms: [], lanes, claims, events })
  if (dated.length === 0) return null
  return (
    <Section id="list" title={say('law.history.title')}>
      <p className="soft">{say('law.history.note')}</p>
      {at.view.name === 'regime' && claims.length > 0 && (
        <LinkList
          name={say('claims.title')}
          links={[{ href: `${linkTo(at, { name: 'claims' })}#regime=${at.view.key}`, words: say('claims.about') }]}
        />
      )}
      <EntryList
        dated={dated}
        at={at}
        cite={(told) => (
          <p className="small soft">
            {say('pages.instrument.sources')} <SourceRefs cited={told.sources} numbers={numbers} />
          </p>
        )}
      />
    </Section>
  )
}
