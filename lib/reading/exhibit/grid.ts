import 'server-only'
import type { ExhibitGrid, ShownInExhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { marksOfCell, nextOfCell } from '@/lib/contract/words/cell'
import { captionInWords, columnName, inFamilies, wayInWords } from '@/lib/contract/words/matrix'
import { notListedInWords, rollupInWords } from '@/lib/contract/words/rollup'
import type { BuyerDifference } from '@/lib/ledger/buyer'
import type { MatrixRow } from '@/lib/ledger/matrix'
import type { Rollup } from '@/lib/ledger/rollup'
import { shown } from './frame'
import type { MatrixPage } from './page-of'

/** The matrix as the page shows it: the answer over all forms first beside forms, last beside regimes. */
export function gridOf(page: MatrixPage, ahead: boolean): ExhibitGrid {
  const { matrix, coordinates } = page
  const open = { key: 'open', title: say('matrix.head.open'), group: '' }
  const byForm = coordinates.by === 'form'
  const forms = inFamilies(matrix.forms)
  const claimed = new Set(page.claimed)
  const forBuyer = new Map(page.buyer.differences.map((one) => [`${one.material}/${one.form}`, one]))
  return {
    title: captionInWords(coordinates.by, ahead, matrix.rows.length),
    corner: say('matrix.head.material'),
    columns: byForm
      ? [
          open,
          ...forms.map((form) => ({
            key: form.key,
            title: columnName(form),
            group: say(`matrix.head.family.${form.family}`),
          })),
        ]
      : [...matrix.regimes.map(({ key, shortName }) => ({ key, title: shortName, group: '' })), open],
    none: say(byForm ? 'matrix.cell.none' : 'matrix.cell.silent'),
    rows: matrix.rows.map((row) => {
      const overall = shownOverall(row.rollup)
      return {
        ...headOf(row),
        cells: byForm
          ? [overall, ...forms.map((form) => formCell(row, form.key, claimed, forBuyer))]
          : [...row.regimes.map(({ rollup }) => (rollup === null ? null : shownRollup(rollup))), overall],
      }
    }),
  }
}

function headOf({ material, elsewhere }: MatrixRow) {
  const { key, symbol, nameEn, nameZh, atomicNumber, group } = material
  return {
    key,
    title: nameEn,
    titleZh: nameZh,
    symbol: symbol ?? '',
    details: [
      ...(atomicNumber === null ? [] : [String(atomicNumber)]),
      ...(group === null ? [] : [say(`matrix.group.${group}`)]),
      ...elsewhere.map(wayInWords),
    ],
  }
}

function formCell(
  { cells, material }: MatrixRow,
  form: string,
  claimed: ReadonlySet<string>,
  forBuyer: ReadonlyMap<string, BuyerDifference>,
): ShownInExhibit | null {
  const cell = cells.find(({ answer }) => answer.form === form)
  if (cell === undefined || cell.answer.status === 'not-applicable') return null
  const next = nextOfCell(cell)
  const name = `${material.key}/${form}`
  const marks = marksOfCell(cell, claimed.has(name), forBuyer.get(name))
  return shown(cell.answer.status, cell.answer.beforeEffect, [...(next === null ? [] : [next]), ...marks])
}

/** A roll-up with how many forms it speaks of (R11). */
export function shownRollup(rollup: Rollup): ShownInExhibit {
  return shown(rollup.status, rollup.beforeEffect, [rollupInWords(rollup)])
}

function shownOverall(rollup: Rollup): ShownInExhibit {
  const notListed = notListedInWords(rollup)
  const told = shownRollup(rollup)
  return notListed === null ? told : { ...told, details: [...told.details, notListed] }
}
