import { linkTo } from '@/components/marks/link-to'
import { StatusMark } from '@/components/marks/status-mark'
import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ClaimPage } from '@/components/views/claims-pages'
import { say } from '@/lib/contract/words/catalogue'
import { placesInWords } from '@/lib/contract/words/claims-cells'
import { dayInWords } from '@/lib/contract/words/day'
import { mark } from '@/lib/contract/words/list'
import { nameInside, nameOf } from '@/lib/contract/words/names'
import type { AssertedRow, AssertedStatus } from '@/lib/ledger/asserted-rows'
import { gathered } from '@/lib/ledger/gathered'

type Names = { readonly material: ReadonlyMap<string, string>; readonly form: ReadonlyMap<string, string> }

/** Every asserted cell: its status on the two days, whether it agrees, and the way to its proof. */
export function AssertedTable({ page }: { readonly page: ClaimPage }) {
  const { rows, coordinates, materials, forms } = page
  const day = dayInWords(coordinates.question.on)
  const names = {
    material: new Map(materials.map((one) => [one.key, nameOf(one)])),
    form: new Map(forms.map((one) => [one.key, nameInside(one)])),
  }
  return (
    <ScrollRegion name={say('claims.page.cellsRegion')}>
      <table className="plain records asserted">
        <caption>{say('claims.page.cellsCaption', { count: rows.length, day })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('claims.page.material')}</th>
            <th scope="col">{say('claims.page.form')}</th>
            <th scope="col">{say('claims.page.before')}</th>
            <th scope="col">{say('claims.page.after', { day })}</th>
          </tr>
        </thead>
        {gathered(rows, groupOf).map((group) => (
          <tbody key={groupOf(group[0])}>
            <tr className="group">
              <th scope="rowgroup" colSpan={4}>
                {groupOf(group[0])}
              </th>
            </tr>
            {group.map((row) => (
              <tr key={JSON.stringify([row.assertion, row.material, row.form, row.destinations])}>
                <Row row={row} page={page} names={names} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  )
}

/** What is asserted of the rows that stand together, and where: `suspended: exports out of China, to any destination …`. */
function groupOf(row: AssertedRow): string {
  return `${say(`claims.assert.${row.assertion.status}`)}${mark('colon')}${placesInWords(row)}`
}

function Row({ row, page, names }: { readonly row: AssertedRow; readonly page: ClaimPage; readonly names: Names }) {
  const { coordinates: at } = page
  const material = names.material.get(row.material) ?? row.material
  const form = names.form.get(row.form) ?? row.form
  const question = { ...row.question, known: at.question.known }
  const proof = linkTo({ ...at, question }, { name: 'proof', material: row.material, form: row.form })
  return (
    <>
      <th scope="row">
        <a href={linkTo(at, { name: 'material', key: row.material })}>{material}</a>
      </th>
      <td>
        <CellName>{say('claims.page.form')}</CellName>
        <span>{form}</span>
      </td>
      <td>
        <CellName>{say('claims.page.before')}</CellName>
        <span>{row.whenSaid === null ? say('claims.page.notTold') : <OnOneDay its={row.whenSaid} />}</span>
      </td>
      <td>
        <CellName>{say('claims.page.after', { day: dayInWords(at.question.on) })}</CellName>
        <span>
          <OnOneDay its={row.onDay} />{' '}
          <a href={proof}>
            {say('claims.page.proof')}
            <span className="hidden-text">{` ${say('claims.page.proofOf', { material, form })}`}</span>
          </a>
        </span>
      </td>
    </>
  )
}

function OnOneDay({ its: { status, bearing, counted } }: { readonly its: AssertedStatus }) {
  return (
    <>
      <StatusMark status={status} />{' '}
      <small>{counted ? say(`claims.page.${bearing}`) : say('claims.page.notCounted')}</small>
    </>
  )
}
