import { DayStamp } from '@/components/marks/day-stamp'
import { linkTo } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { FlipGroup } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { previousDay } from '@/lib/ledger/interval'

const COLUMNS = ['materials', 'days', 'before', 'after', 'questions', 'cells'] as const

/** The cells that answer differently, in groups that flip alike: which, on which days, from what to what. */
export function FlipTable({
  groups,
  caption,
  compared,
  at,
}: {
  readonly groups: readonly FlipGroup[]
  readonly caption: string
  /** The revisions to name over the two statuses, where one did not follow the other. */
  readonly compared: { readonly number: number; readonly against: number } | null
  readonly at: Coordinates
}) {
  return (
    <ScrollRegion name={say('history.flips.region')}>
      <table className="plain records flips">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={column === 'cells' ? 'num' : undefined}>
                {headOf(column, compared)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Row key={nameOf(group)} group={group} at={at} head={(column) => headOf(column, compared)} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function nameOf({ from, to, before, after, questions, materials }: FlipGroup): string {
  return [from, to, before.status, after.status, questions.join(), materials.map(({ key }) => key).join()].join(' ')
}

type Column = (typeof COLUMNS)[number]

function headOf(column: Column, compared: { readonly number: number; readonly against: number } | null): string {
  if (compared !== null && column === 'before') return say('pages.changes.revision', { number: compared.against })
  if (compared !== null && column === 'after') return say('pages.changes.revision', { number: compared.number })
  return say(`history.flips.${column}`)
}

function Row({
  group,
  at,
  head,
}: {
  readonly group: FlipGroup
  readonly at: Coordinates
  readonly head: (column: Column) => string
}) {
  const { from, to, before, after, questions, materials, cells } = group
  return (
    <tr>
      <th scope="row">
        <ul className="inline-list">
          {materials.map(({ key, name, forms }) => (
            <li key={key}>
              <a href={linkTo(at, { name: 'material', key })} title={forms.join(', ')}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </th>
      <td>
        <CellName>{say('history.flips.days')}</CellName>
        <p>
          {say('history.flips.from')} <DayStamp day={from} />
          {to !== null && (
            <>
              {' '}
              {say('history.flips.to')} <DayStamp day={previousDay(to)} />
            </>
          )}
        </p>
      </td>
      <td>
        <CellName>{head('before')}</CellName>
        <StatusMark {...before} />
      </td>
      <td>
        <CellName>{head('after')}</CellName>
        <StatusMark {...after} />
      </td>
      <td>
        <CellName>{say('history.flips.questions')}</CellName>
        {questions.join('; ')}
      </td>
      <td className="num">
        <CellName>{say('history.flips.cells')}</CellName>
        {cells}
      </td>
    </tr>
  )
}
