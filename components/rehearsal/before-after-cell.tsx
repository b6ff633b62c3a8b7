import { linkAsking } from '@/components/marks/link-to'
import { glyphOf } from '@/components/marks/status-mark'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { RehearsalPage } from '@/components/views/rehearsal-page'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import { qualifierOf, statusWord } from '@/lib/contract/words/status'
import type { Form } from '@/lib/ledger/record'
import type { RehearsedCell } from '@/lib/ledger/rehearsal/rehearse'

/**
 * One cell on both days. What the record gives leads to its proof on the day after; what is supposed has none. A cell that
 * stays as it is says so once.
 */
export function BeforeAfterCell({
  form,
  cell,
  page,
}: {
  readonly form: Form
  readonly cell: RehearsedCell | undefined
  readonly page: RehearsalPage
}) {
  if (cell === undefined) {
    return (
      <td className="na">
        <Glyph name="not-applicable" />
        <i>{say('matrix.cell.none')}</i>
      </td>
    )
  }
  const told = <Told cell={cell} form={form} />
  const proof = proofOf(cell, page)
  return (
    <td data-s={cell.after.status} data-fate={cell.fate}>
      {proof === null ? <span className="supposed-cell">{told}</span> : <a href={proof}>{told}</a>}
    </td>
  )
}

function Told({ cell, form }: { readonly cell: RehearsedCell; readonly form: Form }) {
  const { before, after } = cell
  const qualifier = qualifierOf(after.status, after.beforeEffect)
  const stays = before.status === after.status && before.resumes === after.resumes
  return (
    <>
      <b>{`${nameOf(form)}${mark('colon')}`}</b>
      {!stays && (
        <small className="was">
          <Glyph name={glyphOf(before.status, before.beforeEffect)} />
          {statusWord(before.status, before.beforeEffect)} <span aria-hidden="true">→</span>
          <span className="hidden-text">{` ${say('rehearsal.to')} `}</span>
        </small>
      )}
      <Glyph name={glyphOf(after.status, after.beforeEffect)} />
      {say(`status.word.${after.status}`)}
      {qualifier !== null && <small>{qualifier}</small>}
      {after.resumes !== null && <small>{say('rehearsal.told.byText', { word: statusWord(after.resumes) })}</small>}
    </>
  )
}

function proofOf({ material, form }: RehearsedCell, { coordinates, supposes, firstAfter }: RehearsalPage) {
  if (supposes !== 'recorded' || firstAfter === null) return null
  return linkAsking({ ...coordinates, view: { name: 'proof', material, form } }, { on: firstAfter })
}
