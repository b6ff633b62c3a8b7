import 'server-only'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import { byWhom } from '@/lib/contract/words/by-whom'
import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'
import { marksInWords } from '@/lib/contract/words/marks'
import { recordsInWords } from '@/lib/contract/words/records'
import type { LocalDate } from '@/lib/ledger/interval'
import { changedRow, recordsTable } from './changed'
import { factsTable } from './facts'
import { impactSentences, impactTables } from './impact'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { linkOf } from './tables'

type ChangePage = PageOf<'change'>

/** One revision: who, when and why, what it changed, and which cells answer otherwise since. */
export function changeExhibit(page: ChangePage, recordedOn: LocalDate): Exhibit {
  const { revision, marks, impact, nameOf, changes, counts, left, coordinates } = page
  const compared = comparedIn(page)
  const lead = compared === null ? revision.reason : say('history.compared.lead', compared)
  const records = counts.reduce((sum, each) => sum + each.records, 0)
  return plainExhibit(page, recordedOn, {
    title:
      compared === null
        ? say('history.change.title', { number: revision.number, kind: say(`pages.changes.kinds.${revision.kind}`) })
        : say('history.change.against', compared),
    description: lead,
    sentences: [
      lead,
      ...(compared === null ? marksInWords(marks) : []),
      ...(impact === null ? [say('history.change.firstCells')] : impactSentences(impact, nameOf)),
      recordsInWords(page),
      ...(left > 0 ? [say('history.change.left', { count: left })] : []),
    ],
    tables: [
      recordsTable(
        say(compared === null ? 'history.change.records' : 'history.compared.records', { count: records }),
        changes.map((change) => changedRow(coordinates, change, change.retirement, compared)),
      ),
      ...(impact === null ? [] : impactTables(impact, nameOf)),
      ...(compared === null ? [facts(page)] : []),
    ],
  })
}

/** The two revisions of a page that compares others than neighbours; `null` for what one revision changed. */
function comparedIn({ revision, against, isNeighbour }: ChangePage) {
  return against === null || isNeighbour ? null : { number: revision.number, against: against.number }
}

function facts({ revision, marks, against, coordinates }: ChangePage): ExhibitTable {
  const { kind, recordedAt, previousHash, hash } = revision
  return factsTable(say('history.change.facts'), [
    [say('library.changes.kind'), say(`history.kind.${kind}`)],
    [say('library.changes.author'), byWhom(revision, marks)],
    [say('library.changes.at'), instantInWords(recordedAt)],
    [
      say('history.change.comparedWith'),
      against === null
        ? null
        : linkOf(coordinates, say('pages.changes.revision', { number: against.number }), {
            name: 'change',
            number: against.number,
            against: null,
          }),
    ],
    [say('library.changes.hash'), hash],
    [say('library.changes.previous'), previousHash ?? say('library.changes.first')],
  ])
}
