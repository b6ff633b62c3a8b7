import 'server-only'
import { tellCell } from '@/lib/contract/answer'
import type { Exhibit, ExhibitGrid } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Page } from '../page'
import { exhibitFrame, shown } from './frame'

type MatrixPage = Extract<Page, { readonly name: 'matrix' }>['page']

/** The matrix: the grid as it is read, and every cell for machines. */
export function matrixExhibit(page: MatrixPage, recordedOn: LocalDate): Exhibit {
  const { matrix } = page
  return {
    ...exhibitFrame(page, recordedOn),
    title: say('matrix.title'),
    description: '',
    asked: '',
    sentences: [],
    cells: matrix.rows.flatMap((row) => row.cells).map(tellCell),
    grid: gridOf(page),
    timelines: [],
    tables: [],
    legend: [],
  }
}

function gridOf({ matrix, coordinates }: MatrixPage): ExhibitGrid {
  return {
    title: dayInWords(coordinates.question.on),
    corner: say('matrix.head.material'),
    columns: matrix.forms.map((form) => ({ key: form.key, title: form.nameEn })),
    rows: matrix.rows.map(({ material, cells }) => ({
      key: material.key,
      title: material.nameEn,
      titleZh: material.nameZh,
      symbol: material.symbol ?? '',
      cells: matrix.forms.map((form) => {
        const cell = cells.find(({ answer }) => answer.form === form.key)
        return cell === undefined ? null : shown(cell.answer.status, cell.answer.beforeEffect)
      }),
    })),
  }
}
