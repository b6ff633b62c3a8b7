import 'server-only'
import { addressOf } from '@/lib/contract/address'
import { tellCell } from '@/lib/contract/answer'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { claimsLead } from '@/lib/contract/words/claims-lead'
import { legendOf, marksInLegend } from '@/lib/contract/words/legend'
import { answerInWords, askedInWords, matrixTitle } from '@/lib/contract/words/matrix'
import { statusWord } from '@/lib/contract/words/status'
import type { LocalDate } from '@/lib/ledger/interval'
import { changesTable, daysTable } from './agenda'
import { briefingSentences, briefingTables } from './briefing'
import { buyerSentences, buyerTables } from './buyer'
import { cellsTable, regimesTable } from './cells'
import { claimsTable } from './claims'
import { exhibitFrame, shown } from './frame'
import { gridOf } from './grid'
import type { MatrixPage } from './page-of'

/** What the matrix is called and says in short: all of its exhibit that its own page needs. */
export function matrixHeading(page: MatrixPage, recordedOn: LocalDate) {
  const asked = askedInWords(page.coordinates, page.parties)
  return {
    ...exhibitFrame(page, recordedOn),
    title: matrixTitle(page),
    description: say('exhibit.described', { answer: answerInWords(page), asked }),
    asked,
  }
}

/** The matrix: the grid as it is read, what changes, what is claimed, and every cell for machines. */
export function matrixExhibit(page: MatrixPage, recordedOn: LocalDate): Exhibit {
  const { matrix, coordinates } = page
  const byForm = coordinates.by === 'form'
  const ahead = page.future
  const heading = matrixHeading(page, recordedOn)
  return {
    ...heading,
    sentences: [answerInWords(page), ...byStatus(page), ...buyerSentences(page), ...briefingSentences(page)],
    cells: matrix.rows.flatMap((row) => row.cells).map(tellCell),
    grid: gridOf(page, ahead),
    timelines: [],
    tables: [...(byForm ? [] : [regimesTable(page)]), cellsTable(page), ...besides(page)],
    legend: legendOf(matrix, byForm).map(({ status, beforeEffect, meaning }) => ({
      shown: shown(status, beforeEffect),
      meaning,
    })),
    notes: [
      ...marksInLegend(matrix, byForm, marksOf(page)).map((mark) => say('exhibit.meaning', mark)),
      ...(matrix.rows.some((row) => row.elsewhere.length > 0) ? [say('matrix.elsewhere.note')] : []),
      ...(page.claims.length > 0 ? claimsLead(page.undecided) : []),
      ...pagesInWords(page),
      ...heading.notes,
    ],
  }
}

/** A file holds the materials of its page; it says where the others stand. */
function pagesInWords({ coordinates, around: { previous, next } }: MatrixPage): readonly string[] {
  const at = (after: string | null) =>
    addressOf({ ...coordinates, view: { name: 'matrix', ...(after === null ? {} : { after }) } })
  return [
    ...(previous === null ? [] : [say('matrix.pages.file.previous', { address: at(previous.after) })]),
    ...(next === null ? [] : [say('matrix.pages.file.next', { address: at(next) })]),
  ]
}

function marksOf({ claimed, buyer }: MatrixPage) {
  return { anyClaimed: claimed.length > 0, anyForBuyer: buyer.differences.length > 0 }
}

/** `licence: Sm, Gd†, Tb`: the materials of each status, as the page lists them. */
function byStatus({ summary }: MatrixPage): readonly string[] {
  return summary.map(({ status, rows }) =>
    say('exhibit.byStatus', {
      word: statusWord(
        status,
        rows.every((row) => row.rollup.beforeEffect),
      ),
      names: rows
        .map(({ material, elsewhere }) => `${material.symbol ?? material.nameEn}${elsewhere.length > 0 ? '†' : ''}`)
        .join(', '),
    }),
  )
}

function besides(page: MatrixPage): readonly ExhibitTable[] {
  const { claims, sources, coordinates } = page
  return [
    changesTable(page),
    daysTable(page),
    ...buyerTables(page),
    ...briefingTables(page),
    ...(claims.length === 0 ? [] : [claimsTable(coordinates, say('matrix.changed.claims'), claims, sources)]),
  ]
}
