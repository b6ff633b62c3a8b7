import { HistoryLink } from '@/components/history/history-link'
import { CitedHistory } from '@/components/law/cited-history'
import { DoesMark } from '@/components/law/does-mark'
import { InstrumentTable } from '@/components/law/instrument-table'
import { SourceList, SourceRefs } from '@/components/law/numbered-sources'
import { ReachTable } from '@/components/law/reach-table'
import type { SourceNumbers } from '@/components/law/source-numbers'
import { numberSources } from '@/components/law/source-numbers'
import { LooseStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { RehearsalLinks } from '@/components/rehearsal/rehearsal-links'
import { PageShell } from '@/components/shell/page-shell'
import { LawTimeline } from '@/components/timeline/law-timeline'
import { TimelineLegend } from '@/components/timeline/timeline-legend'
import { inEnglish } from '@/components/ui/english'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import type { RegimePage } from '@/components/views/law-pages'
import { nameOfCountry } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { sentences } from '@/lib/contract/words/list'
import { askedInWords } from '@/lib/contract/words/matrix'
import { regimeName, regimeTitle } from '@/lib/contract/words/regime'

/** One regime: its instruments, its timeline, and what it does on the asked day to each material it names. */
export function RegimeView(page: RegimePage) {
  const { regime, coordinates, instruments, events, claims } = page
  const numbers = numberSources([
    regime,
    ...instruments.map((entry) => entry.instrument),
    ...events,
    ...claims.flatMap((claim) => [claim, claim.assessment]),
  ])
  const trail = [{ label: say('shell.nav.regimes'), href: linkTo(coordinates, { name: 'regimes' }) }]
  return (
    <PageShell frame={page} trail={trail} drawn={page.lanes.some(({ spans }) => spans.length > 0)}>
      <h1>{regimeTitle(regime)}</h1>
      <p className="lede" {...inEnglish()}>
        {regime.summary}
      </p>
      <RehearsalLinks at={coordinates} suspenders={page.suspenders} />
      <RegimeFacts page={page} numbers={numbers} />
      <Parts page={page} numbers={numbers} />
    </PageShell>
  )
}

type PartsProps = { readonly page: RegimePage; readonly numbers: SourceNumbers }

function RegimeFacts({ page, numbers }: PartsProps) {
  const { regime, coordinates, rollup } = page
  return (
    <Facts
      facts={[
        {
          name: say('law.regimes.does', { day: dayInWords(coordinates.question.on) }),
          value: <DoesMark rollup={rollup} />,
        },
        { name: say('law.regimes.jurisdiction'), value: nameOfCountry(regime.jurisdiction) },
        { name: say('law.regimes.since'), value: <LooseStamp when={regime.startsOn} /> },
        { name: say('pages.instrument.sources'), value: <SourceRefs cited={regime.sources} numbers={numbers} /> },
        {
          name: say('history.link'),
          value: <HistoryLink kind="regime" record={regime.key} name={regimeName(regime)} at={coordinates} />,
        },
      ]}
    />
  )
}

function Parts({ page, numbers }: PartsProps) {
  const { regime, coordinates, instruments, reach, claims, events, sources } = page
  const lanes = page.lanes.filter((lane) => lane.spans.length > 0)
  const day = dayInWords(coordinates.question.on)
  return (
    <>
      {lanes.length > 0 && (
        <Section id="timeline" title={say('pages.regime.timeline')}>
          <LawTimeline name={regimeName(regime)} lanes={lanes} claims={claims} events={events} at={coordinates} />
          <TimelineLegend />
        </Section>
      )}
      <Section id="instruments" title={say('pages.regime.instruments')}>
        <InstrumentTable
          at={coordinates}
          caption={say('law.instruments.captionOf', { count: instruments.length, day })}
          groups={[{ name: null, entries: instruments }]}
        />
      </Section>
      <Section id="reach" title={say('pages.regime.reach')}>
        {reach.length === 0 ? (
          <p>{say('law.regime.nothing')}</p>
        ) : (
          <>
            <p className="soft">{sentences(askedInWords(coordinates), say('law.regime.reachNote'))}</p>
            <ReachTable page={page} />
          </>
        )}
      </Section>
      <CitedHistory lanes={lanes} claims={claims} events={events} numbers={numbers} at={coordinates} />
      <Section id="sources" title={say('pages.instrument.sources')}>
        <SourceList numbers={numbers} sources={sources} at={coordinates} />
      </Section>
    </>
  )
}
