import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'
import { previousDay } from '@/lib/ledger/interval'
import type { Instrument, Provision } from '@/lib/ledger/record'
import type { LineState } from '@/lib/ledger/status'

type Stated = {
  readonly provision: Provision
  readonly state: LineState
  readonly stateFrom: LocalDate | null
  readonly stateTo: LocalDate | null
}

/** A line's state on the asked day, and its dates as the text prints them; each end told as last day and first day after. */
export function LineDates({
  line,
  on,
}: {
  readonly line: Stated & { readonly instrument: Instrument; readonly beforeEffect: boolean }
  readonly on: LocalDate
}) {
  const { provision, instrument } = line
  return (
    <p className="small">
      {say('proof.state', { day: dayInWords(on) })}: <strong>{say(`status.state.${line.state}`)}</strong>
      {stateSpan(line) !== '' && `, ${stateSpan(line)}`}. {line.beforeEffect && `${say('proof.beforeEffect')} `}
      <span className="soft">
        {say('proof.text')}: {say('proof.issued', { day: dayInWords(instrument.issuedOn) })}, {printed(provision)}.{' '}
        {provision.lastDayReading === 'assumed-inclusive' && say('proof.assumed')}
      </span>
    </p>
  )
}

/** The days of a state: `from 7 November 2025; last day 10 November 2026, first day after 11 November 2026`. */
export function stateSpan({ stateFrom, stateTo }: Pick<Stated, 'stateFrom' | 'stateTo'>): string {
  const ends = stateTo === null ? null : { last: dayInWords(previousDay(stateTo)), after: dayInWords(stateTo) }
  if (stateFrom === null) return ends === null ? '' : say('proof.stateUntil', ends)
  const from = dayInWords(stateFrom)
  return ends === null ? say('proof.stateFrom', { day: from }) : say('proof.stateRange', { from, ...ends })
}

/** A provision's own dates: `in force from 8 November 2025`. */
export function printed({ inForce }: Provision): string {
  const from = dayInWords(inForce.from)
  return inForce.to === null
    ? say('proof.inForceFrom', { day: from })
    : say('proof.inForceRange', { from, last: dayInWords(previousDay(inForce.to)), after: dayInWords(inForce.to) })
}
