import { linkTo } from '@/components/marks/link-to'
import { glyphOf } from '@/components/marks/status-mark'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { marksOfCell, nextOfCell } from '@/lib/contract/words/cell'
import { mark } from '@/lib/contract/words/list'
import { nameOf } from '@/lib/contract/words/names'
import { qualifierOf } from '@/lib/contract/words/status'
import type { BuyerDifference } from '@/lib/ledger/buyer'
import type { MatrixCell } from '@/lib/ledger/matrix'
import type { Form } from '@/lib/ledger/record'

/** One cell: shape and word, the next change, the marks. The whole cell is the link to its proof. */
export function FormCell({
  form,
  cell,
  at,
  claimed,
  forBuyer,
}: {
  readonly form: Form
  readonly cell: MatrixCell | undefined
  readonly at: Coordinates
  readonly claimed: boolean
  /** How it reads for any buyer, where it reads otherwise for the one asked about. */
  readonly forBuyer: BuyerDifference | undefined
}) {
  if (cell === undefined || cell.answer.status === 'not-applicable') {
    return (
      <td className="na">
        <Glyph name="not-applicable" />
        <i>{say('matrix.cell.none')}</i>
      </td>
    )
  }
  const { answer } = cell
  const next = nextOfCell(cell)
  const qualifier = qualifierOf(answer.status, answer.beforeEffect)
  const marks = marksOfCell(cell, claimed, forBuyer).join(' · ')
  return (
    <td data-s={answer.status}>
      <a href={linkTo(at, { name: 'proof', material: answer.material, form: form.key })}>
        <b>{`${nameOf(form)}${mark('colon')}`}</b>
        <Glyph name={glyphOf(answer.status, answer.beforeEffect)} />
        {say(`status.word.${answer.status}`)}
        {qualifier !== null && <small>{qualifier}</small>}
        {next !== null && <small>{next}</small>}
        {marks !== '' && <small>{marks}</small>}
      </a>
    </td>
  )
}
