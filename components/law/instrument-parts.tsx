import { Acts } from '@/components/law/acts'
import { CitedHistory } from '@/components/law/cited-history'
import { ClauseList } from '@/components/law/clause-list'
import { DisputeList } from '@/components/law/dispute-list'
import { InstrumentEffects } from '@/components/law/instrument-effects'
import { InstrumentFacts } from '@/components/law/instrument-facts'
import { InstrumentReach } from '@/components/law/instrument-reach'
import { SourceList } from '@/components/law/numbered-sources'
import { PartyTable } from '@/components/law/party-table'
import { ProvisionTable } from '@/components/law/provision-table'
import type { SourceNumbers } from '@/components/law/source-numbers'
import { LawTimeline } from '@/components/timeline/law-timeline'
import { TimelineLegend } from '@/components/timeline/timeline-legend'
import { Section } from '@/components/ui/section'
import type { InstrumentPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName } from '@/lib/contract/words/instrument'

type Props = { readonly page: InstrumentPage; readonly numbers: SourceNumbers }

/** The parts of an instrument's page under its answer: its own timeline first, what it rests on last. */
export function InstrumentParts({ page, numbers }: Props) {
  const { instrument, spans, claims, events, coordinates } = page
  const lanes = spans.length === 0 ? [] : [{ instrument, spans }]
  return (
    <>
      {lanes.length > 0 && (
        <Section id="timeline" title={say('pages.instrument.timeline')}>
          <LawTimeline
            name={instrumentName(instrument)}
            lanes={lanes}
            claims={claims}
            events={events}
            at={coordinates}
          />
          <TimelineLegend />
        </Section>
      )}
      <InstrumentEffects page={page} />
      <div className="columns">
        <Section id="facts" title={say('law.instrument.facts')}>
          <InstrumentFacts page={page} numbers={numbers} />
        </Section>
        <div>
          <Questions page={page} />
          {instrument.binding === 'law' && (
            <Section id="acts" title={say('law.acts.title')}>
              <Acts page={page} />
            </Section>
          )}
        </div>
      </div>
      <ClauseList page={page} />
      <Lines page={page} numbers={numbers} />
      <CitedHistory lanes={lanes} claims={claims} events={events} numbers={numbers} at={coordinates} />
      <Section id="sources" title={say('pages.instrument.sources')}>
        <SourceList numbers={numbers} sources={page.sources} at={coordinates} />
      </Section>
    </>
  )
}

function Lines({ page, numbers }: Props) {
  return (
    <>
      {page.provisions.length > 0 && (
        <Section id="provisions" title={say('pages.instrument.provisions')}>
          <InstrumentReach page={page} />
          <ProvisionTable page={page} numbers={numbers} />
        </Section>
      )}
      {page.parties.length > 0 && (
        <Section id="parties" title={say('pages.instrument.parties')}>
          <PartyTable page={page} numbers={numbers} />
        </Section>
      )}
    </>
  )
}

function Questions({ page: { instrument } }: Pick<Props, 'page'>) {
  if (instrument.disputes.length === 0) return null
  return (
    <Section id="disputes" title={say('proof.disputes.title')}>
      <p className="small soft">{say('proof.disputes.note')}</p>
      <DisputeList disputes={instrument.disputes} />
    </Section>
  )
}
