import type { ReactNode } from 'react'
import { DayStamp } from '@/components/marks/day-stamp'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { linkAsking } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import type { MatrixPage } from '@/components/views/matrix-page'
import type { Coordinates } from '@/lib/contract/address'
import { shiftInWords, silenceInWords } from '@/lib/contract/words/agenda'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { mark } from '@/lib/contract/words/list'
import type { ChangeDay, Shift } from '@/lib/ledger/agenda'
import type { Instrument, Material } from '@/lib/ledger/record'

/** Beside the answer: what changed last, what comes next, and what has fallen due without news. */
export function Changed({ page }: { readonly page: MatrixPage }) {
  const { coordinates, changeDays } = page
  const { on } = coordinates.question
  const last = changeDays.findLast((day) => day.on <= on)
  const next = changeDays.find((day) => day.on > on)
  return (
    <div className="changed">
      <h2>{say('matrix.changed.last')}</h2>
      {last === undefined ? <p>{say('matrix.changed.none')}</p> : <Day day={last} page={page} />}
      <h2>{say('matrix.changed.next')}</h2>
      {next === undefined ? <p>{say('matrix.changed.noneNext')}</p> : <Day day={next} page={page} />}
      {page.endings.length > 0 && <Endings page={page} />}
      {page.silences.length > 0 && <Due page={page} />}
    </div>
  )
}

/** Suspensions that run out, whatever cells of this table they reach. */
function Endings({ page }: { readonly page: MatrixPage }) {
  const { coordinates: at } = page
  return (
    <ul>
      {page.endings.map(({ instrument, lastDay, assumedInclusive, suspends }) => (
        <li key={`${instrument.key} ${lastDay}`}>
          {say('matrix.changed.ending', { lastDay: dayInWords(lastDay) })}
          {mark('space')}
          <InstrumentLink at={at} instrument={instrument} />
          {assumedInclusive && say('matrix.changed.assumed')}
          {say('matrix.changed.suspends')}
          {mark('space')}
          {suspends.map(({ instrument: target, whole }, index) => (
            <span key={target.key}>
              {index > 0 && mark('pause')}
              <Target whole={whole}>{() => <InstrumentLink at={at} instrument={target} />}</Target>
            </span>
          ))}
          {mark('stop')}
        </li>
      ))}
    </ul>
  )
}

/** An instrument that is suspended, or part of one. */
function Target({ whole, children }: { readonly whole: boolean; readonly children: () => ReactNode }) {
  return whole ? children() : say.rich('matrix.changed.part', { name: '', to: children })
}

function Due({ page }: { readonly page: MatrixPage }) {
  return (
    <>
      <h2>{say('matrix.changed.due')}</h2>
      <ul>
        {page.silences.map((silence) => (
          <li key={`${silence.instrument.key} ${silence.lastDay}`}>
            <InstrumentLink at={page.coordinates} instrument={silence.instrument} />
            {mark('colon')}
            {silenceInWords(silence)}
          </li>
        ))}
      </ul>
      {page.claims.length > 0 && (
        <p>
          <a href="#claims">{say('matrix.changed.claims')}</a>
        </p>
      )}
    </>
  )
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
