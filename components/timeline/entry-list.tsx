import type { ReactNode } from 'react'
import { LooseStamp } from '@/components/marks/day-stamp'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { StatusMark } from '@/components/marks/status-mark'
import { ClaimBody } from '@/components/proof/claim-list'
import { inEnglish } from '@/components/ui/english'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { Coordinates } from '@/lib/contract/address'
import type { Dated, Entry, Turned } from '@/lib/contract/timeline/entries'
import { entryAnchor, flagDay, turnedWord } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { listed, mark } from '@/lib/contract/words/list'
import type { Cited } from '@/lib/ledger/record'
import type { Claim } from '@/lib/ledger/testimony'

/**
 * The timeline as an ordered list, one heading per date, so that the headings alone are a table of contents. `cite`
 * tells what a claim or an event rests on.
 */
export function EntryList({
  dated,
  at,
  cite,
}: {
  readonly dated: readonly Dated[]
  readonly at: Coordinates
  readonly cite?: (told: Cited) => ReactNode
}) {
  const { on } = at.question
  return (
    <ol className="entries">
      {dated.map(({ when, entries }) => (
        <li key={when} data-later={flagDay(when) > on ? '' : undefined}>
          <h3 id={`d-${when}`}>
            <LooseStamp when={when} />
          </h3>
          <ul>
            {entries.map((entry) => (
              <li key={keyOf(entry)} id={entryAnchor(entry)}>
                <span className="entry-kind">{say(`timeline.list.${entry.kind}`)}</span>
                <div>
                  <Body entry={entry} at={at} />
                  {entry.kind === 'claim' && cite?.(claimCitations(entry.claim))}
                  {entry.kind === 'event' && cite?.(entry.event)}
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Body({ entry, at }: { readonly entry: Entry; readonly at: Coordinates }) {
  switch (entry.kind) {
    case 'law':
      return (
        <p>
          <InstrumentLink at={at} instrument={entry.instrument} />
          {mark('colon')}
          <strong>{entry.word}</strong>
        </p>
      )
    case 'change':
      return (
        <p>
          <StatusMark {...markOf(entry.before)} /> {say('matrix.changed.to')} <StatusMark {...markOf(entry.after)} />
          <span className="soft">{` · ${listed(entry.forms)}`}</span>
        </p>
      )
    case 'claim':
      return <ClaimBody claim={entry.claim} at={at} />
    case 'event':
      return (
        <>
          <p>
            <Glyph name="event" /> <strong {...inEnglish()}>{entry.event.title}</strong>{' '}
            {entry.event.status !== 'occurred' && (
              <span className="tag">{say(`timeline.list.${entry.event.status}`)}</span>
            )}
          </p>
          {entry.event.endsOn !== null && (
            <p className="small">
              {say('timeline.list.until')} <LooseStamp when={entry.event.endsOn} />
            </p>
          )}
          <p className="small soft" {...inEnglish()}>
            {entry.event.summary}
          </p>
        </>
      )
  }
}

function markOf({ status, beforeEffect }: Turned) {
  return { status, beforeEffect }
}

/** A claim rests on what it was read in, and our reading of it on what it was held against. */
function claimCitations({ sources, assessment }: Claim): Cited {
  return { sources: [...sources, ...assessment.sources] }
}

function keyOf(entry: Entry): string {
  switch (entry.kind) {
    case 'law':
      return `${entry.instrument.key} ${entry.word}`
    case 'change':
      return `${turnedWord(entry.before)} ${turnedWord(entry.after)}`
    case 'claim':
      return entry.claim.key
    case 'event':
      return entry.event.key
  }
}
