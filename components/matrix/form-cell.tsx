import { linkTo } from '@/components/marks/link-to'
import { glyphOf, qualifierOf } from '@/components/marks/status-mark'
import { Glyph } from '@/components/ui/glyph-sheet'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInShort } from '@/lib/contract/words/day'
import type { MatrixCell } from '@/lib/ledger/matrix'
import type { Form } from '@/lib/ledger/record'

/** One cell: shape and word, the next change, the marks. The whole cell is the link to its proof. */
export function FormCell({
  form,
  cell,
  at,
  claimed,
}: {
  readonly form: Form
  readonly cell: MatrixCell | undefined
  readonly at: Coordinates
  readonly claimed: boolean
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
  const next = nextOf(cell)
  const qualifier = qualifierOf(answer.status, answer.beforeEffect)
  const marks = marksOf(cell, claimed)
  return (
    <td data-s={answer.status}>
      <a href={linkTo(at, { name: 'proof', material: answer.material, form: form.key })}>
        <b>{`${form.nameEn}: `}</b>
        <Glyph name={glyphOf(answer.status, answer.beforeEffect)} />
        {say(`status.word.${answer.status}`)}
        {qualifier !== null && <small>{qualifier}</small>}
        {next !== null && <small>{next}</small>}
        {marks !== '' && <small>{marks}</small>}
      </a>
    </td>
  )
}

/** What qualifies the answer, in words: `3 listed · unverified · claim`. */
function marksOf(cell: MatrixCell, claimed: boolean): string {
  return [
    ...(isListed(cell) ? [say('matrix.mark.listed', { count: cell.answer.namedLines })] : []),
    ...(isUnverified(cell) ? [say('matrix.mark.unverified')] : []),
    ...(claimed ? [say('matrix.mark.claim')] : []),
  ].join(' · ')
}

/** R10: whether the answer covers only goods that lines name. */
export function isListed({ answer }: MatrixCell): boolean {
  return answer.coverage === 'named' && answer.status !== 'not-controlled' && answer.namedLines > 0
}

/** R12: whether a deciding line was never verified. */
export function isUnverified({ answer }: MatrixCell): boolean {
  return answer.lines.some((line) => line.decisive && line.provision.evidence === 'unverified')
}

/** The next dated change: a pause tells its last day, everything else what it becomes. */
function nextOf({ answer, run }: MatrixCell): string | null {
  if (answer.status === 'paused' && run.lastDay !== null)
    return say('matrix.cell.nextOpen', { day: dayInShort(run.lastDay) })
  if (run.next === null) return null
  return say('matrix.cell.next', { word: say(`status.word.${run.next.status}`), day: dayInShort(run.next.on) })
}
