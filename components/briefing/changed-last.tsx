import { DayStamp } from '@/components/marks/day-stamp'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { linkAsking } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import type { MatrixPage } from '@/components/views/matrix-page'
import type { Coordinates } from '@/lib/contract/address'
import { shiftInWords } from '@/lib/contract/words/agenda'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import type { ChangeDay, Shift } from '@/lib/ledger/agenda'
import type { Instrument, Material } from '@/lib/ledger/record'

/** The last day on or before the asked one on which cells of this matrix changed, and what they changed to. */
export function ChangedLast({ page }: { readonly page: MatrixPage }) {
  const { coordinates, changeDays } = page
  const last = changeDays.findLast((day) => day.on <= coordinates.question.on)
  return last === undefined ? <p>{say('matrix.changed.none')}</p> : <Day day={last} page={page} />
}

function Day({ day, page }: { readonly day: ChangeDay; readonly page: MatrixPage }) {
  const { coordinates, matrix } = page
  const materials = new Map(matrix.rows.map((row) => [row.material.key, row.material]))
  return (
    <>
      <p>
        <a href={linkAsking(coordinates, { on: day.on })}>
          <DayStamp day={day.on} />
        </a>{' '}
        <span className="soft">
          {say('matrix.changed.by')}
          {mark('space')}
          <Instruments instruments={day.instruments} at={coordinates} />
        </span>
      </p>
      <ul>
        {day.shifts.map((shift) => (
          <ShiftLine key={`${shift.before} ${shift.after}`} shift={shift} materials={materials} />
        ))}
      </ul>
    </>
  )
}

function Instruments({ instruments, at }: { readonly instruments: readonly Instrument[]; readonly at: Coordinates }) {
  return instruments.map((instrument, index) => (
    <span key={instrument.key}>
      {index > 0 && mark('pause')}
      <InstrumentLink at={at} instrument={instrument} />
    </span>
  ))
}

function ShiftLine({ shift, materials }: { readonly shift: Shift; readonly materials: ReadonlyMap<string, Material> }) {
  return (
    <li>
      <StatusMark status={shift.before} /> {say('matrix.changed.to')} <StatusMark status={shift.after} />
      {mark('colon')}
      {shiftInWords(shift, materials)}
    </li>
  )
}
