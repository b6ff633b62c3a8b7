import { InstrumentParts } from '@/components/law/instrument-parts'
import { numberSources } from '@/components/law/source-numbers'
import { StateCounts } from '@/components/law/state-counts'
import { OtherTitle, OwnTitle } from '@/components/marks/both-names'
import { linkTo } from '@/components/marks/link-to'
import { RehearsalLinks } from '@/components/rehearsal/rehearsal-links'
import { PageShell } from '@/components/shell/page-shell'
import { inEnglish } from '@/components/ui/english'
import { Notice } from '@/components/ui/notice'
import { Runs } from '@/components/ui/runs'
import type { InstrumentPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { numberOfInstrument } from '@/lib/contract/words/instrument'
import { regimeName } from '@/lib/contract/words/regime'
import { countStates } from '@/lib/ledger/standing'

/** One instrument: what it says and is, what its lines do on the asked day, what acts on it, and what it rests on. */
export function InstrumentView(page: InstrumentPage) {
  const { instrument, regime, coordinates, provisions } = page
  const trail = [
    { label: say('shell.nav.instruments'), href: linkTo(coordinates, { name: 'instruments' }) },
    { label: regimeName(regime), href: linkTo(coordinates, { name: 'regime', key: regime.key }) },
  ]
  const numbers = numberSources([
    instrument,
    ...provisions.map((standing) => standing.provision),
    ...page.parties,
    ...page.events,
    ...page.claims.flatMap((claim) => [claim, claim.assessment]),
  ])
  return (
    <PageShell frame={page} trail={trail} drawn={page.spans.length > 0}>
      <h1>
        <OwnTitle of={instrument} />
      </h1>
      <p className="under-title serif">
        {instrument.number !== null && (
          <>
            <Runs text={numberOfInstrument(instrument.number)} />
            {' · '}
          </>
        )}
        {dayInWords(instrument.issuedOn)}
        {instrument.titleZh !== null && (
          <>
            {' · '}
            <OtherTitle of={instrument} />
          </>
        )}
      </p>
      <OnDay page={page} />
      <p className="lede" {...inEnglish()}>
        {instrument.summary}
      </p>
      <RehearsalLinks at={coordinates} suspenders={page.suspenders} />
      <InstrumentParts page={page} numbers={numbers} />
    </PageShell>
  )
}

/** Whether the instrument binds, whether it is known under this question, and what its lines do on the asked day. */
function OnDay({ page }: { readonly page: InstrumentPage }) {
  const { instrument, provisions, coordinates } = page
  const { on, known } = coordinates.question
  if (instrument.binding === 'statement') return <Notice tone="unclear">{say('law.instrument.statement')}</Notice>
  if (known !== null && instrument.issuedOn > known) {
    const values = { issued: dayInWords(instrument.issuedOn), known: dayInWords(known) }
    return <Notice tone="unclear">{say('law.instrument.notKnown', values)}</Notice>
  }
  if (provisions.length === 0) return <Notice>{say('law.instrument.noLines')}</Notice>
  return (
    <div className="on-day">
      <p>{say('law.instrument.onDay', { day: dayInWords(on) })}</p>
      <StateCounts states={countStates(provisions)} known={known} />
    </div>
  )
}
