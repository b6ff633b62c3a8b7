import 'server-only'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { shiftInWords } from '@/lib/contract/words/agenda'
import { say } from '@/lib/contract/words/catalogue'
import type { ChangeDay } from '@/lib/ledger/agenda'
import { shown } from './frame'
import type { MatrixPage } from './page-of'
import { instrumentLink, linkOf, tableOf } from './tables'

/** The changes on either side of the asked day: which cells went from what to what, and by which instruments. */
export function changesTable(page: MatrixPage): ExhibitTable {
  const { coordinates, changeDays, matrix } = page
  const { on } = coordinates.question
  const materials = new Map(matrix.rows.map((row) => [row.material.key, row.material]))
  const last = changeDays.findLast((day) => day.on <= on)
  const next = changeDays.find((day) => day.on > on)
  const rows = [...shiftsOf(say('matrix.changed.last'), last), ...shiftsOf(say('matrix.changed.next'), next)]
  return tableOf({ key: 'changes', title: say('exhibit.table.changes') }, rows, [
    ['what', 'text', ({ what }) => what],
    ['on', 'day', ({ day }) => day.on],
    ['before', 'status', ({ shift }) => shown(shift.before, false)],
    ['after', 'status', ({ shift }) => shown(shift.after, false)],
    ['says', 'text', ({ shift }) => shiftInWords(shift, materials)],
    ['cells', 'number', ({ shift }) => shift.cells],
    ['materials', 'list', ({ shift }) => [...shift.materials]],
    ['instruments', 'list', ({ day }) => day.instruments.map((instrument) => instrumentLink(coordinates, instrument))],
  ])
}

function shiftsOf(what: string, day: ChangeDay | undefined) {
  return day === undefined ? [] : day.shifts.map((shift) => ({ what, day, shift }))
}

/** Every day on which a cell of the matrix changes, the earliest first. */
export function daysTable({ coordinates, changeDays }: MatrixPage): ExhibitTable {
  const { question } = coordinates
  return tableOf({ key: 'days', title: say('exhibit.table.days'), shown: false }, changeDays, [
    ['on', 'day', ({ on }) => on],
    ['cells', 'number', ({ cells }) => cells],
    [
      'says',
      'link',
      ({ on, cells }) =>
        linkOf({ ...coordinates, question: { ...question, on } }, say('matrix.steps.cells', { count: cells }), {
          name: 'matrix',
        }),
    ],
  ])
}
