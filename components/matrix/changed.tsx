import { DayStamp } from '@/components/marks/day-stamp'
import { InstrumentLink, instrumentName } from '@/components/marks/instrument-name'
import { linkAsking, linkTo } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import { ClaimList } from '@/components/proof/claim-list'
import { Section } from '@/components/ui/section'
import type { MatrixPage } from '@/components/views/matrix-page'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { ChangeDay, Shift } from '@/lib/ledger/agenda'
import type { Material } from '@/lib/ledger/record'

/** What changed last, what comes next, and what has fallen due without news. */
export function Changed({ page }: { readonly page: MatrixPage }) {
  const { coordinates, changeDays } = page
  const { on } = coordinates.question
  const last = changeDays.findLast((day) => day.on <= on)
  const next = changeDays.find((day) => day.on > on)
  return (
    <div className="columns">
      <Section id="changed-last" title={say('matrix.changed.last')}>
        {last === undefined ? <p>{say('matrix.changed.none')}</p> : <Day day={last} page={page} past />}
      </Section>
      <Section id="comes-next" title={say('matrix.changed.next')}>
        {next === undefined ? <p>{say('matrix.changed.noneNext')}</p> : <Day day={next} page={page} past={false} />}
      </Section>
      {page.silences.length > 0 && <Due page={page} />}
    </div>
  )
}

function Due({ page }: { readonly page: MatrixPage }) {
  return (
    <Section id="fallen-due" title={say('matrix.changed.due')}>
      <ul className="lines">
        {page.silences.map((silence) => (
          <li key={`${silence.instrument.key} ${silence.lastDay}`}>
            {say('matrix.changed.silence', {
              instrument: instrumentName(silence.instrument),
              lastDay: dayInWords(silence.lastDay),
              verified: dayInWords(silence.verifiedThrough),
              reading: silence.assumedInclusive ? say('matrix.changed.assumed') : '',
            })}{' '}
            <InstrumentLink at={page.coordinates} instrument={silence.instrument} />
          </li>
        ))}
      </ul>
      {page.claims.length > 0 && (
        <>
          <h3>{say('matrix.changed.claims')}</h3>
          <ClaimList claims={page.claims.slice(0, 4)} />
        </>
      )}
    </Section>
  )
}

function Day({ day, page, past }: { readonly day: ChangeDay; readonly page: MatrixPage; readonly past: boolean }) {
  const { coordinates, matrix } = page
  const materials = new Map(matrix.rows.map((row) => [row.material.key, row.material]))
  return (
    <>
      <h3>
        <a href={linkAsking(coordinates, { on: day.on })}>
          <DayStamp day={day.on} />
        </a>
      </h3>
      <ul className="lines">
        {day.shifts.map((shift) => (
          <ShiftLine key={`${shift.before} ${shift.after}`} {...{ shift, materials, past }} at={coordinates} />
        ))}
      </ul>
      <p className="small soft">
        {say('matrix.changed.by')}{' '}
        {day.instruments.map((instrument, index) => (
          <span key={instrument.key}>
            {index > 0 && ', '}
            <InstrumentLink at={coordinates} instrument={instrument} />
          </span>
        ))}
      </p>
    </>
  )
}

function ShiftLine({
  shift,
  materials,
  at,
  past,
}: {
  readonly shift: Shift
  readonly materials: ReadonlyMap<string, Material>
  readonly at: Coordinates
  readonly past: boolean
}) {
  const words = {
    cells: shift.cells,
    before: say(`status.cell.${shift.before}`),
    after: say(`status.cell.${shift.after}`),
  }
  return (
    <li>
      <StatusMark status={shift.before} /> → <StatusMark status={shift.after} />
      <br />
      {past ? say('matrix.changed.shifted', words) : say('matrix.changed.shift', words)}{' '}
      {shift.materials.map((key, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <a href={linkTo(at, { name: 'material', key })}>
            {materials.get(key)?.symbol ?? materials.get(key)?.nameEn ?? key}
          </a>
        </span>
      ))}
    </li>
  )
}
