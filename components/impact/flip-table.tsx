import { DayStamp } from '@/components/marks/day-stamp'
import { StatusMark } from '@/components/marks/status-mark'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { lensInWords } from '@/lib/contract/history/lens-words'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'
import { byMaterial, causeInWords, materialInShort, materialsInShort } from '@/lib/contract/words/impact-cells'
import { listed, mark } from '@/lib/contract/words/list'
import type { FlipGroup } from '@/lib/ledger/impact-groups'
import { lastDayOf } from '@/lib/ledger/interval'

/** Cells that flip, group by group: which, on which days, from what to what, and because of what. */
export function FlipTable({
  name,
  groups,
  nameOf,
}: {
  readonly name: string
  readonly groups: readonly FlipGroup[]
  readonly nameOf: NameOf
}) {
  return (
    <ScrollRegion name={name}>
      <table className="plain records flips">
        <caption className="hidden-text">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say('impact.cells')}</th>
            <th scope="col">{say('impact.days')}</th>
            <th scope="col">{say('impact.before')}</th>
            <th scope="col">{say('impact.after')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Group key={nameOfGroup(group)} group={group} nameOf={nameOf} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function nameOfGroup({ from, before, after, cells, lenses }: FlipGroup): string {
  return JSON.stringify([from, before.status, after.status, cells.length, lenses[0]])
}

function Group({ group, nameOf }: { readonly group: FlipGroup; readonly nameOf: NameOf }) {
  const { materials, cells, lenses, because, before, after, next } = group
  return (
    <tr>
      <th scope="row">
        {say('impact.group', { materials: materialsInShort(materials, nameOf), count: cells.length })}
        <Asked lenses={lenses} nameOf={nameOf} />
        <details>
          <summary>{say('impact.each')}</summary>
          <ul className="small">
            {byMaterial(cells).map(({ material, forms }) => (
              <li key={material}>
                <b>{materialInShort(material, nameOf)}</b>
                {mark('colon')}
                {listed(forms.map((form) => nameOf('form', form)))}
              </li>
            ))}
          </ul>
          <p className="small soft">
            {say('impact.because', {
              causes: listed(
                because.map((key) => causeInWords(key, nameOf)),
                'apart',
              ),
            })}
          </p>
        </details>
      </th>
      <td>
        <CellName>{say('impact.days')}</CellName>
        <Days group={group} />
      </td>
      <td>
        <CellName>{say('impact.before')}</CellName>
        <StatusMark status={before.status} beforeEffect={before.beforeEffect} />
      </td>
      <td>
        <CellName>{say('impact.after')}</CellName>
        <StatusMark status={after.status} beforeEffect={after.beforeEffect} />
        {next !== null && (
          <p className="small soft">
            {next.resumes !== null && (
              <>
                {say('impact.resumes', { word: say(`status.cell.${next.resumes}`) })} <DayStamp day={next.on} />
                {mark('semicolon')}
              </>
            )}
            {say('impact.then')} <DayStamp day={next.on} short />
            {mark('colon')}
            {say(`status.cell.${next.status}`)}
          </p>
        )}
      </td>
    </tr>
  )
}

/** The first and the last day, both included, as a gazette would print them. */
function Days({ group }: { readonly group: FlipGroup }) {
  const last = lastDayOf(group)
  if (last === null) {
    return (
      <>
        {say('impact.from')} <DayStamp day={group.from} />
      </>
    )
  }
  if (last === group.from) return <DayStamp day={group.from} />
  return (
    <>
      <DayStamp day={group.from} /> {say('impact.to')} <DayStamp day={last} />
    </>
  )
}

const LENSES_AT_ONCE = 3

/** Under which questions it is so. The plain one goes without saying. */
function Asked({ lenses, nameOf }: { readonly lenses: FlipGroup['lenses']; readonly nameOf: NameOf }) {
  const words = lenses.map((lens) => lensInWords(lens, nameOf))
  const [shown, rest] = [words.slice(0, LENSES_AT_ONCE), words.slice(LENSES_AT_ONCE)]
  return (
    <p className="small soft asked">
      {say('impact.asked', { questions: listed(shown, 'apart') })}
      {rest.length > 0 && <> {say('impact.askedMore', { count: rest.length })}</>}
    </p>
  )
}
