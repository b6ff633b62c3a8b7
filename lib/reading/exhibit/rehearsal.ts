import 'server-only'
import type { Exhibit, ExhibitGrid, ExhibitTable, ShownInExhibit } from '@/lib/contract/exhibit'
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
  rehearsalTitle,
  supposedClock,
} from '@/lib/contract/words/rehearsal'
import { statusWord } from '@/lib/contract/words/status'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Told } from '@/lib/ledger/rehearsal/otherwise'
import type { RehearsedCell } from '@/lib/ledger/rehearsal/rehearse'
import { byText } from '@/lib/ledger/rehearsal/rehearse'
import { exhibitFrame, shown, under } from './frame'
import type { PageOf } from './page-of'
import { tableOf } from './tables'

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
      lookedInWords(page, coordinates.question.on),
      ...groups.map((group) => fateInWords(group, nameOf)),
      ...otherwise.map((days) => under(say('rehearsal.section.otherwise'), otherwiseInWords(days, nameOf))),
    ],
    cells: [],
    grid: page.cells.length === 0 ? null : gridOf(page),
    timelines: [],
    tables: [cellsTable(page), groupsTable(page), ...(clock === null ? [] : [otherwiseTable(page)])],
    legend: [],
    notes: [...supposedNotes(page), ...banner, say('rehearsal.file.text'), ...frame.notes],
  }
}

function supposedNotes({ supposes, instrument, lastDay }: RehearsalPage): readonly string[] {
  if (supposes === 'recorded' || lastDay === null) return []
  return [say('rehearsal.file.note', { name: instrumentName(instrument), last: dayInWords(lastDay) })]
}

/** What a table or grid shows, said with it: a copy of it alone still tells that it is supposed. */
function titled(page: RehearsalPage, title: string): string {
  const clock = supposedClock(page)
  return clock === null ? title : under(clock, title)
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
  return titled(page, say(`rehearsal.caption${supposedClock(page) === null ? '' : 'Hypothetical'}`, values))
}

/** A cell on the day after, with what it was before where that is another thing. */
function shownTurn({ before, after }: RehearsedCell, page: RehearsalPage): ShownInExhibit {
  const stays = before.status === after.status && before.resumes === after.resumes
  const told = shownTold(after, page)
  if (stays) return told
  const was = say('rehearsal.told.before', { word: statusWord(before.status, before.beforeEffect) })
  return { ...told, details: [was, ...told.details] }
}

function shownTold({ status, beforeEffect, resumes }: Told, { supposes }: RehearsalPage): ShownInExhibit {
  return shown(status, beforeEffect, [
    ...(resumes === null ? [] : [say('rehearsal.told.byText', { word: statusWord(resumes) })]),
    ...(supposes === 'recorded' ? [] : [say('rehearsal.told.supposed')]),
  ])
}

function cellsTable(page: RehearsalPage): ExhibitTable {
  const { nameOf, supposes } = page
  return tableOf({ key: 'cells', title: titled(page, say('rehearsal.file.cells')), shown: false }, page.cells, [
    ['material', 'text', ({ material }) => material],
    ['materialName', 'text', ({ material }) => nameOf('material', material)],
    ['form', 'text', ({ form }) => form],
    ['formName', 'text', ({ form }) => nameOf('form', form)],
    ['before', 'text', ({ before }) => before.status],
    ['after', 'text', ({ after }) => after.status],
    ['resumes', 'text', ({ after }) => after.resumes],
    ['floor', 'text', ({ after }) => after.floor],
    ['gives', 'text', ({ after }) => byText(after)],
    ['what', 'text', ({ fate }) => say(`rehearsal.fate.${fate}`)],
    ['verified', 'truth', ({ after }) => supposes === 'recorded' && after.verified],
    ['says', 'status', (cell) => shownTurn(cell, page)],
  ])
}

function groupsTable(page: RehearsalPage): ExhibitTable {
  const { nameOf } = page
  return tableOf({ key: 'groups', title: titled(page, say('rehearsal.file.groups')) }, page.groups, [
    ['what', 'text', ({ fate }) => say(`rehearsal.fate.${fate}`)],
    ['gives', 'text', ({ gives }) => statusWord(gives)],
    ['cause', 'list', ({ regimes }) => regimes.map((key) => nameOf('regime', key))],
    ['cells', 'number', ({ cells }) => cells.length],
    ['materials', 'list', ({ cells }) => [...new Set(cells.map(({ material }) => nameOf('material', material)))]],
    ['says', 'text', (group) => fateInWords(group, nameOf)],
  ])
}

function otherwiseTable(page: RehearsalPage): ExhibitTable {
  const { nameOf } = page
  return tableOf({ key: 'otherwise', title: titled(page, say('rehearsal.file.otherwise')) }, page.otherwise, [
    ['from', 'day', ({ from }) => from],
    ['lastDay', 'day', ({ lastDay }) => lastDay],
    ['before', 'status', ({ recorded }) => shown(recorded.status, recorded.beforeEffect)],
    ['after', 'status', ({ supposed }) => shownTold(supposed, page)],
    ['cells', 'number', ({ cells }) => cells.length],
    ['says', 'text', (days) => otherwiseInWords(days, nameOf)],
  ])
}
