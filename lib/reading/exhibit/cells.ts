import 'server-only'
import { tellCell } from '@/lib/contract/answer'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { isListed, isUnverified } from '@/lib/contract/words/cell'
import { statusWord } from '@/lib/contract/words/status'
import type { MatrixCell } from '@/lib/ledger/matrix'
import type { Form, Material } from '@/lib/ledger/record'
import { shownRollup } from './grid'
import type { MatrixPage } from './page-of'
import { tableOf } from './tables'

type Told = {
  readonly cell: MatrixCell
  readonly told: ReturnType<typeof tellCell>
  readonly material: Material
  readonly form: Form | undefined
  readonly claimed: boolean
}

/** One tidy row per cell, for machines: what the API tells of it, with its names and marks. */
export function cellsTable({ matrix, claimed }: MatrixPage): ExhibitTable {
  const saidOf = new Set(claimed)
  const forms = new Map(matrix.forms.map((form) => [form.key, form]))
  const rows = matrix.rows.flatMap(({ material, cells }) =>
    cells.map((cell) => ({
      cell,
      told: tellCell(cell),
      material,
      form: forms.get(cell.answer.form),
      claimed: saidOf.has(`${material.key}/${cell.answer.form}`),
    })),
  )
  return longTable(rows)
}

function longTable(rows: readonly Told[]): ExhibitTable {
  return tableOf({ key: 'cells', title: say('exhibit.table.cells'), shown: false }, rows, [
    ['material', 'text', ({ told }) => told.material],
    ['materialName', 'text', ({ material }) => material.nameEn],
    ['materialNameZh', 'text', ({ material }) => material.nameZh],
    ['form', 'text', ({ told }) => told.form],
    ['formName', 'text', ({ form }) => form?.nameEn ?? null],
    ['status', 'text', ({ told }) => told.status],
    ['word', 'text', ({ told }) => statusWord(told.status, told.beforeEffect)],
    ['openness', 'text', ({ told }) => told.openness],
    ['resumes', 'text', ({ told }) => told.resumes],
    ['floor', 'text', ({ told }) => told.floor],
    ['verified', 'truth', ({ told }) => told.verified],
    ['verifiedThrough', 'day', ({ told }) => told.verifiedThrough],
    ['coverage', 'text', ({ told }) => told.coverage],
    ['listed', 'number', ({ cell }) => (isListed(cell) ? cell.answer.namedLines : null)],
    ['beforeEffect', 'truth', ({ told }) => told.beforeEffect],
    ['since', 'day', ({ told }) => told.since],
    ['lastDay', 'day', ({ told }) => told.lastDay],
    ['nextOn', 'day', ({ told }) => told.next?.on ?? null],
    ['nextStatus', 'text', ({ told }) => told.next?.status ?? null],
    ['unverified', 'truth', ({ cell }) => isUnverified(cell)],
    ['claimed', 'truth', ({ claimed }) => claimed],
  ])
}

/** One tidy row per material and regime that says something of it. */
export function regimesTable({ matrix }: MatrixPage): ExhibitTable {
  const names = new Map(matrix.regimes.map(({ key, shortName }) => [key, shortName]))
  const rows = matrix.rows.flatMap(({ material, regimes }) =>
    regimes.flatMap(({ regime, rollup }) => (rollup === null ? [] : [{ material, regime, rollup }])),
  )
  return tableOf({ key: 'regimes', title: say('exhibit.table.regimes'), shown: false }, rows, [
    ['material', 'text', ({ material }) => material.key],
    ['materialName', 'text', ({ material }) => material.nameEn],
    ['materialNameZh', 'text', ({ material }) => material.nameZh],
    ['regime', 'text', ({ regime }) => regime],
    ['regimeName', 'text', ({ regime }) => names.get(regime) ?? null],
    ['status', 'text', ({ rollup }) => rollup.status],
    ['shown', 'status', ({ rollup }) => shownRollup(rollup)],
  ])
}
