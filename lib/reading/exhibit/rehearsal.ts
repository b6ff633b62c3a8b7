import 'server-only'
import type { Exhibit, ExhibitGrid } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { sentences } from '@/lib/contract/words/list'
import { askedInWords, columnName, inFamilies } from '@/lib/contract/words/matrix'
import {
  bannerInWords,
  fateInWords,
  fatesInWords,
  lookedInWords,
  otherwiseInWords,
  reachedInWords,
  rehearsalTitle,
  supposedClock,
  untouchedInWords,
} from '@/lib/contract/words/rehearsal'
import type { LocalDate } from '@/lib/ledger/interval'
import { exhibitFrame, under } from './frame'
import type { PageOf } from './page-of'
import { cellsTable, groupsTable, otherwiseTable, shownTurn, titled } from './rehearsal-tables'

type RehearsalPage = PageOf<'rehearsal'>

/**
 * A rehearsal: what is supposed stands in its title, its clocks, its sentences, its tables and its notes. It answers for no
 * cell of the asked day, so it has no cells of its own: before and after stand in a table.
 */
export function rehearsalExhibit(page: RehearsalPage, recordedOn: LocalDate): Exhibit {
  const { coordinates, parties, groups, otherwise, nameOf } = page
  const frame = exhibitFrame(page, recordedOn)
  const title = rehearsalTitle(page)
  const clock = supposedClock(page)
  const asked = askedInWords(coordinates, parties)
  const answer = fatesInWords(page, page.cells)
  const banner = bannerInWords(page)
  return {
    ...frame,
    clocks: [...frame.clocks, ...(clock === null ? [] : [clock])],
    title,
    description: say('exhibit.described', { answer: sentences(`${title}.`, answer), asked }),
    asked,
    sentences: [
      ...banner,
      ...(answer === null ? [] : [answer]),
      ...reachesOf(page),
      lookedInWords(page, coordinates.question.on),
      ...groups.map((group) => fateInWords(group, nameOf)),
      ...otherwise.map((days) => under(say('rehearsal.section.otherwise'), otherwiseInWords(days, nameOf))),
    ],
    cells: [],
    grid: page.cells.length === 0 ? null : gridOf(page),
    timelines: [],
    tables: [cellsTable(page), groupsTable(page), ...(clock === null ? [] : [otherwiseTable(page)])],
    legend: [],
    notes: [...supposedNotes(page), say('rehearsal.file.text'), ...frame.notes],
  }
}

function reachesOf(page: RehearsalPage): readonly string[] {
  const untouched = untouchedInWords(page)
  return untouched === null ? [] : [untouched, ...page.reached.map((one) => reachedInWords(one, page.nameOf))]
}

function supposedNotes({ supposes, instrument, lastDay }: RehearsalPage): readonly string[] {
  if (supposes === 'recorded' || lastDay === null) return []
  return [say('rehearsal.file.note', { name: instrumentName(instrument), last: dayInWords(lastDay) })]
}

function gridOf(page: RehearsalPage): ExhibitGrid {
  const forms = inFamilies(page.forms)
  return {
    title: captionOf(page),
    corner: say('matrix.head.material'),
    columns: forms.map((form) => ({
      key: form.key,
      title: columnName(form),
      group: say(`matrix.head.family.${form.family}`),
    })),
    none: say('matrix.cell.none'),
    rows: page.rows.map(({ material, cells }) => ({
      key: material.key,
      title: material.nameEn,
      titleZh: material.nameZh,
      symbol: material.symbol ?? '',
      details: material.atomicNumber === null ? [] : [String(material.atomicNumber)],
      cells: forms.map((form) => {
        const cell = cells.find((one) => one.form === form.key)
        return cell === undefined ? null : shownTurn(cell, page)
      }),
    })),
  }
}

function captionOf(page: RehearsalPage): string {
  const { lastDay, firstAfter, rows } = page
  if (lastDay === null || firstAfter === null) return rehearsalTitle(page)
  const values = { count: rows.length, last: dayInWords(lastDay), first: dayInWords(firstAfter) }
  return titled(page, say(supposedClock(page) === null ? 'rehearsal.caption' : 'rehearsal.captionHypothetical', values))
}
