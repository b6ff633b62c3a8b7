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
  at,
}: {
  readonly groups: readonly FlipGroup[]
  readonly caption: string
  readonly at: Coordinates
}) {
  return (
    <ScrollRegion name={say('history.flips.region')}>
      <table className="plain records flips">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`history.flips.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Row key={nameOf(group)} group={group} at={at} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function nameOf({ from, to, before, after, questions, materials }: FlipGroup): string {
  return [from, to, before.status, after.status, questions.join(), materials.map(({ key }) => key).join()].join(' ')
}

function Row({ group, at }: { readonly group: FlipGroup; readonly at: Coordinates }) {
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
        {say('history.flips.from')} <DayStamp day={from} />
        {to !== null && (
          <>
            {' '}
            {say('history.flips.to')} <DayStamp day={previousDay(to)} />
          </>
        )}
      </td>
      <td>
        <CellName>{say('history.flips.before')}</CellName>
        <StatusMark {...before} />
      </td>
      <td>
        <CellName>{say('history.flips.after')}</CellName>
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
