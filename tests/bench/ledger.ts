import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { plainQuestion } from '@/lib/ledger/question'
import { resolveCell } from '@/lib/ledger/resolve'
import { cellTimeline } from '@/lib/ledger/timeline'
import { theRecord } from '../support/record'
import { timed } from './timed'

/** Milliseconds for work on the whole real record: every cell on one day, every timeline, the matrix of all materials. */
export function timeTheLedger() {
  const record = theRecord()
  const question = plainQuestion(localDate('2026-11-22'))
  const cells = record.materials.flatMap(({ key, forms }) => forms.map((form) => ({ key, form })))
  const law = openLaw(record, null)
  return {
    cells: cells.length,
    everyCellFirst: timed(1, () => {
      const fresh = openLaw(record, null)
      for (const { key, form } of cells) resolveCell(fresh, question, key, form)
    }),
    everyCell: timed(50, () => {
      for (const { key, form } of cells) resolveCell(law, question, key, form)
    }),
    everyTimeline: timed(20, () => {
      for (const { key, form } of cells) cellTimeline(law, question, key, form)
    }),
    matrixOfAll: timed(20, () => resolveMatrix(law, question, 'all')),
  }
}
