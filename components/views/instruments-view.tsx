import { InstrumentTable } from '@/components/law/instrument-table'
import { PageShell } from '@/components/shell/page-shell'
import type { InstrumentEntry, InstrumentsPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords, looseInWords } from '@/lib/contract/words/day'

/** Every instrument of the record, the latest first, by the year of its issue. */
export function InstrumentsView(page: InstrumentsPage) {
  const { coordinates, instruments } = page
  const day = dayInWords(coordinates.question.on)
  return (
    <PageShell frame={page}>
      <h1>{say('pages.instruments.title')}</h1>
      <p className="lede">{say('pages.instruments.lead')}</p>
      <InstrumentTable
        at={coordinates}
        caption={say('law.instruments.caption', { count: instruments.length, day })}
        groups={byYear(instruments)}
      />
    </PageShell>
  )
}

function byYear(entries: readonly InstrumentEntry[]) {
  const yearOf = (entry: InstrumentEntry) => entry.instrument.issuedOn.slice(0, 4)
  return [...new Set(entries.map(yearOf))].map((year) => ({
    name: looseInWords(year),
    entries: entries.filter((entry) => yearOf(entry) === year),
  }))
}
