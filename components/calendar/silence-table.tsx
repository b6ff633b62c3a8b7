import { DayStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { SourceTitle } from '@/components/marks/source-title'
import { CellName } from '@/components/ui/cell-name'
import { inEnglish } from '@/components/ui/english'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { CalendarPage } from '@/components/views/calendar-pages'
import { expectedInWords, kindInWords } from '@/lib/contract/words/calendar'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { mark } from '@/lib/contract/words/list'
import type { CalendarEntry } from '@/lib/ledger/calendar/calendar'
import type { Instrument } from '@/lib/ledger/record'

const HEADS = ['entry', 'expected', 'overdue', 'where', 'who'] as const

/** Dates that passed with nothing on file: what should have appeared, how long ago, and where one last looked. */
export function SilenceTable({ page }: { readonly page: CalendarPage }) {
  const { silent } = page.calendar
  if (silent.length === 0) return <p>{say('calendar.none.silent')}</p>
  return (
    <>
      <p className="soft">{say('calendar.silence.note')}</p>
      <ScrollRegion name={say('shell.table', { name: say('calendar.section.silent') })}>
        <table className="plain records">
          <caption className="hidden-text">{say('calendar.section.silent')}</caption>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {say(`calendar.silence.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {silent.map((entry) => (
              <Row key={entry.day.id} entry={entry} page={page} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

function Row({ entry, page }: { readonly entry: CalendarEntry; readonly page: CalendarPage }) {
  const instruments = [...entry.laws, ...entry.statements]
  const on = dayInWords(page.coordinates.question.on)
  return (
    <tr>
      <th scope="row">
        <DayStamp day={entry.toldOn} /> <small className="soft">{kindInWords(entry)}</small>
      </th>
      <td>
        <CellName>{say('calendar.silence.expected')}</CellName>
        <span>{expectedInWords(entry)}</span>
      </td>
      <td>
        <CellName>{say('calendar.silence.overdue')}</CellName>
        <span>{say('calendar.count.overdue', { days: entry.passed, on })}</span>
      </td>
      <td>
        <CellName>{say('calendar.silence.where')}</CellName>
        <div>
          {instruments.map((instrument) => (
            <Where key={instrument.key} instrument={instrument} page={page} />
          ))}
        </div>
      </td>
      <td>
        <CellName>{say('calendar.silence.who')}</CellName>
        <div>
          {instruments.map((instrument) => (
            <Who key={instrument.key} instrument={instrument} page={page} />
          ))}
        </div>
      </td>
    </tr>
  )
}

type Of = { readonly instrument: Instrument; readonly page: CalendarPage }

/** What the last look found, in its own words, and the texts that it rests on: the primary ones. */
function Where({ instrument, page }: Of) {
  const primary = instrument.sources
    .flatMap(({ source }) => page.sources[source] ?? [])
    .filter(({ kind }) => kind === 'primary-legal' || kind === 'official-statement')
  return (
    <>
      <p {...inEnglish()}>{instrument.verificationNote ?? say('calendar.silence.noNote')}</p>
      <ul className="small">
        {primary.map((source) => (
          <li key={source.key}>
            <a href={linkTo(page.coordinates, { name: 'source', key: source.key })}>
              <SourceTitle source={source} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Who({ instrument, page }: Of) {
  const look = page.looks[instrument.key]
  const day = dayInWords(instrument.verifiedThrough)
  return (
    <p>
      {say('calendar.silence.through', { name: instrumentName(instrument), day })}
      {look !== undefined && (
        <>
          {mark('semicolon')}
          <a href={linkTo(page.coordinates, { name: 'change', number: look.number, against: null })}>
            {say('calendar.silence.by', { number: look.number, author: look.author })}
          </a>
        </>
      )}
    </p>
  )
}
