import 'server-only'
import type { ExhibitTable, ShownInExhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { fateInWords, otherwiseInWords, supposedClock } from '@/lib/contract/words/rehearsal'
import { statusWord } from '@/lib/contract/words/status'
import type { Otherwise, Told } from '@/lib/ledger/rehearsal/otherwise'
import type { FateGroup, RehearsedCell } from '@/lib/ledger/rehearsal/rehearse'
import { byText } from '@/lib/ledger/rehearsal/rehearse'
import { shown, under } from './frame'
import type { PageOf } from './page-of'
import type { Column } from './tables'
import { tableOf } from './tables'

type RehearsalPage = PageOf<'rehearsal'>

/** What a table or grid shows, said with it: a copy of it alone still tells that it is supposed. */
export function titled(page: RehearsalPage, title: string): string {
  const clock = supposedClock(page)
  return clock === null ? title : under(clock, title)
}

/** A cell on the day after, with what it was before where that is another thing. */
export function shownTurn({ before, after }: RehearsedCell, page: RehearsalPage): ShownInExhibit {
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

/** Rows are copied out of files without their heads: each says by itself that it is supposed. */
function marked<Row>(page: RehearsalPage): readonly Column<Row>[] {
  const clock = supposedClock(page)
  return clock === null ? [] : [['note', 'text', () => clock]]
}

/** Every cell before and after, for machines. */
export function cellsTable(page: RehearsalPage): ExhibitTable {
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
    ...marked<RehearsedCell>(page),
  ])
}

/** What becomes of cells, by what does it. */
export function groupsTable(page: RehearsalPage): ExhibitTable {
  const { nameOf } = page
  return tableOf({ key: 'groups', title: titled(page, say('rehearsal.file.groups')) }, page.groups, [
    ['what', 'text', ({ fate }) => say(`rehearsal.fate.${fate}`)],
    ['gives', 'text', ({ gives }) => statusWord(gives)],
    ['cause', 'list', ({ regimes }) => regimes.map((key) => nameOf('regime', key))],
    ['cells', 'number', ({ cells }) => cells.length],
    ['materials', 'list', ({ cells }) => [...new Set(cells.map(({ material }) => nameOf('material', material)))]],
    ['says', 'text', (group) => fateInWords(group, nameOf)],
    ...marked<FateGroup>(page),
  ])
}

/** From when to when cells read otherwise than by the record. */
export function otherwiseTable(page: RehearsalPage): ExhibitTable {
  const { nameOf } = page
  return tableOf({ key: 'otherwise', title: titled(page, say('rehearsal.file.otherwise')) }, page.otherwise, [
    ['from', 'day', ({ from }) => from],
    ['lastDay', 'day', ({ lastDay }) => lastDay],
    ['before', 'status', ({ recorded }) => shown(recorded.status, recorded.beforeEffect)],
    ['after', 'status', ({ supposed }) => shownTold(supposed, page)],
    ['cells', 'number', ({ cells }) => cells.length],
    ['says', 'text', (days) => otherwiseInWords(days, nameOf)],
    ...marked<Otherwise>(page),
  ])
}
