import { lineLink } from '@/components/check/line-link'
import { ClauseName } from '@/components/marks/clause-name'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { English } from '@/components/ui/english'
import type { CheckPage } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { numberInWords } from '@/lib/contract/words/number'
import type { Provision } from '@/lib/ledger/record'

/** Lines that print no customs code at all: the code that was asked for cannot rule them out, so each is a way on. */
export function UncodedLines({ page }: { readonly page: CheckPage }) {
  const { uncoded } = page
  if (uncoded.length === 0) return null
  const instruments = [...new Set(uncoded.map(({ instrument }) => instrument))]
  return (
    <>
      <p>{say('check.uncoded.lead', { count: uncoded.length })}</p>
      <details className="check-folded">
        <summary>{say('check.uncoded.title')}</summary>
        {instruments.map((key) => (
          <Lines
            key={key}
            page={page}
            instrument={key}
            lines={uncoded.filter(({ instrument }) => instrument === key)}
          />
        ))}
      </details>
    </>
  )
}

function Lines({
  page,
  instrument,
  lines,
}: {
  readonly page: CheckPage
  readonly instrument: string
  readonly lines: readonly Provision[]
}) {
  const { coordinates, instruments } = page
  const known = instruments[instrument]
  return (
    <>
      <p>
        {known === undefined ? instrument : <InstrumentLink at={coordinates} instrument={known} />}{' '}
        <span className="soft">{numberInWords(lines.length)}</span>
      </p>
      <ul className="plain-list">
        {lines.map((line) => (
          <Line key={line.key} page={page} line={line} />
        ))}
      </ul>
    </>
  )
}

function Line({ page, line }: { readonly page: CheckPage; readonly line: Provision }) {
  const href = lineLink(page.coordinates, line)
  return (
    <li>
      {href === null ? (
        <ClauseName clause={line.clause} />
      ) : (
        <a href={href}>
          <ClauseName clause={line.clause} />
        </a>
      )}{' '}
      <English>{line.item}</English>
    </li>
  )
}
