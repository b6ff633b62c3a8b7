import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { printed, stateSpan } from '@/lib/contract/words/line'
import { listed, mark } from '@/lib/contract/words/list'
import type { LocalDate } from '@/lib/ledger/interval'
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
      {say('proof.state', { day: dayInWords(on) })}
      {mark('colon')}
      <strong>{say(`status.state.${line.state}`)}</strong>
      {stateSpan(line) !== '' && `${mark('comma')}${stateSpan(line)}`}
      {mark('stop')} {line.beforeEffect && `${say('proof.beforeEffect')} `}
      <span className="soft">
        {say('proof.text')}
        {mark('colon')}
        {listed([say('proof.issued', { day: dayInWords(instrument.issuedOn) }), printed(provision)], 'parts')}
        {mark('stop')} {provision.lastDayReading === 'assumed-inclusive' && say('proof.assumed')}
      </span>
    </p>
  )
}
