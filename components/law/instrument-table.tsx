import { BindingMark } from '@/components/law/binding-mark'
import { StateCounts } from '@/components/law/state-counts'
import { OtherTitle, OwnTitle } from '@/components/marks/both-names'
import { DayStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { InstrumentEntry } from '@/components/views/law-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { bothTitles } from '@/lib/contract/words/names'
import { regimeName } from '@/lib/contract/words/regime'

type Group = { readonly name: string | null; readonly entries: readonly InstrumentEntry[] }

/** Instruments in groups: what each is, whether it binds, what its lines do on the asked day, how far it was looked at. */
export function InstrumentTable({
  at,
  caption,
  groups,
}: {
  readonly at: Coordinates
  readonly caption: string
  readonly groups: readonly Group[]
}) {
  const day = dayInWords(at.question.on)
  return (
    <ScrollRegion name={say('law.instruments.region')}>
      <table className="plain records instruments">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('law.instruments.name')}</th>
            <th scope="col">{say('law.instruments.issued')}</th>
            <th scope="col">{say('law.instruments.binding')}</th>
            <th scope="col">{say('law.instruments.lines', { day })}</th>
            <th scope="col">{say('law.instruments.verified')}</th>
          </tr>
        </thead>
        {groups.map(({ name, entries }) => (
          <tbody key={name ?? 'all'}>
            {name !== null && (
              <tr className="group">
                <th scope="rowgroup" colSpan={5}>
                  {name}
                </th>
              </tr>
            )}
            {entries.map((entry) => (
              <Row key={entry.instrument.key} at={at} entry={entry} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  )
}

function Row({ at, entry }: { readonly at: Coordinates; readonly entry: InstrumentEntry }) {
  const { instrument, regime, states } = entry
  const { key, issuedOn, binding, verifiedThrough } = instrument
  return (
    <tr>
      <th scope="row">
        <a href={linkTo(at, { name: 'instrument', key })}>{instrumentName(instrument)}</a>
        <Titles of={instrument} />
        {at.view.name === 'instruments' && <span className="title soft">{regimeName(regime)}</span>}
      </th>
      <td>
        <CellName>{say('law.instruments.issued')}</CellName>
        <DayStamp day={issuedOn} short />
      </td>
      <td>
        <CellName>{say('law.instruments.binding')}</CellName>
        <BindingMark binding={binding} />
      </td>
      <td>
        <CellName>{say('law.instruments.lines', { day: dayInWords(at.question.on) })}</CellName>
        <StateCounts states={states} known={at.question.known} />
      </td>
      <td>
        <CellName>{say('law.instruments.verified')}</CellName>
        <DayStamp day={verifiedThrough} short />
      </td>
    </tr>
  )
}

/** The official title in both languages, the page's own first; what is the name already is not told twice. */
function Titles({ of }: { readonly of: InstrumentEntry['instrument'] }) {
  const { own, other } = bothTitles(of)
  return (
    <>
      {own.text !== instrumentName(of) && (
        <span className="title serif">
          <OwnTitle of={of} />
        </span>
      )}
      {other !== null && (
        <span className="title">
          <OtherTitle of={of} />
        </span>
      )}
    </>
  )
}
