import { reasonInWords } from '@/components/admin/verify/reason-words'
import { DayStamp } from '@/components/marks/day-stamp'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Zh } from '@/components/ui/zh'
import { say } from '@/lib/contract/words/catalogue'
import type { Instrument } from '@/lib/ledger/record'
import type { Look, LookReason } from '@/lib/ledger/worklist'

/** Where a look at instruments is recorded. */
export function lookAddress(...instruments: readonly string[]): string {
  return `/admin/verify/look?${new URLSearchParams(instruments.map((key) => ['instrument', key])).toString()}`
}

/** Instruments that somebody should look at: why, since when, and how far the last look reached. */
export function LookTable({
  name,
  looks,
  mayLook,
}: {
  readonly name: string
  readonly looks: readonly Look[]
  readonly mayLook: boolean
}) {
  return (
    <ScrollRegion name={say('verify.region', { name })}>
      <table className="plain records looks">
        <caption className="hidden-text">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('verify.column.instrument')}</th>
            <th scope="col">{say('verify.column.why')}</th>
            <th scope="col">{say('verify.column.since')}</th>
            <th scope="col">{say('verify.column.through')}</th>
            {mayLook && <th scope="col">{say('verify.column.act')}</th>}
          </tr>
        </thead>
        <tbody>
          {looks.map(({ instrument, reasons, overdueSince }) => (
            <tr key={instrument.key}>
              <th scope="row">
                <InstrumentName instrument={instrument} />
              </th>
              <td>
                <CellName>{say('verify.column.why')}</CellName>
                <ul className="reasons">
                  {reasons.map((reason) => (
                    <li key={nameOf(reason)}>{reasonInWords(reason)}</li>
                  ))}
                </ul>
              </td>
              <td>
                <CellName>{say('verify.column.since')}</CellName>
                {overdueSince === null ? (
                  <span className="soft">{say('verify.notYet')}</span>
                ) : (
                  <DayStamp day={overdueSince} short />
                )}
              </td>
              <td>
                <CellName>{say('verify.column.through')}</CellName>
                <DayStamp day={instrument.verifiedThrough} short />
              </td>
              {mayLook && (
                <td>
                  <LookLink instrument={instrument} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Instruments with nothing due, those first that nobody has looked at for longest. */
export function OtherTable({
  name,
  instruments,
  mayLook,
}: {
  readonly name: string
  readonly instruments: readonly Instrument[]
  readonly mayLook: boolean
}) {
  return (
    <ScrollRegion name={say('verify.region', { name })}>
      <table className="plain records looks">
        <caption className="hidden-text">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('verify.column.instrument')}</th>
            <th scope="col">{say('verify.column.through')}</th>
            {mayLook && <th scope="col">{say('verify.column.act')}</th>}
          </tr>
        </thead>
        <tbody>
          {instruments.map((instrument) => (
            <tr key={instrument.key}>
              <th scope="row">
                <InstrumentName instrument={instrument} />
              </th>
              <td>
                <CellName>{say('verify.column.through')}</CellName>
                <DayStamp day={instrument.verifiedThrough} short />
              </td>
              {mayLook && (
                <td>
                  <LookLink instrument={instrument} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function nameOf(reason: LookReason): string {
  return [reason.why, reason.day, 'event' in reason ? reason.event.key : ''].join(' ')
}

function InstrumentName({ instrument: { key, number, titleEn, titleZh } }: { readonly instrument: Instrument }) {
  return (
    <>
      <a href={`/instruments/${key}`}>{number ?? titleEn}</a>
      {number !== null && <span className="title serif">{titleEn}</span>}
      {titleZh !== null && (
        <span className="title">
          <Zh>{titleZh}</Zh>
        </span>
      )}
    </>
  )
}

function LookLink({ instrument: { key, number, titleEn } }: { readonly instrument: Instrument }) {
  return (
    <a href={lookAddress(key)} className="tall-link" aria-label={say('verify.lookAt', { name: number ?? titleEn })}>
      {say('verify.look')}
    </a>
  )
}
