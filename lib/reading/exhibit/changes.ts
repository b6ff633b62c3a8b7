import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { byWhom } from '@/lib/contract/words/by-whom'
import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'
import { marksInWords } from '@/lib/contract/words/marks'
import type { LocalDate } from '@/lib/ledger/interval'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { linkOf, tableOf } from './tables'

/** The revisions up to the one looked at, as many as its page lists. */
export function changesExhibit(page: PageOf<'changes'>, recordedOn: LocalDate): Exhibit {
  const { entries, before, earlier, coordinates: at } = page
  return plainExhibit(page, recordedOn, {
    title: before === null ? say('pages.changes.title') : say('history.changes.before', { number: before }),
    description: say('pages.changes.lead'),
    sentences: [
      say('pages.changes.lead'),
      say('library.changes.hashNote'),
      ...(entries.length === 0 ? [say('history.changes.none')] : []),
      ...(earlier === null ? [] : [say('history.changes.earlier', { number: earlier })]),
    ],
    tables: [
      tableOf({ key: 'revisions', title: say('history.changes.region') }, entries, [
        ['number', 'number', ({ revision }) => revision.number],
        [
          'revision',
          'link',
          ({ revision: { number } }) =>
            linkOf(at, say('pages.changes.revision', { number }), { name: 'change', number, against: null }),
          say('history.changes.revision'),
        ],
        ['kind', 'text', ({ revision }) => say(`pages.changes.kinds.${revision.kind}`)],
        ['reason', 'text', ({ revision }) => revision.reason],
        ['author', 'text', ({ revision, marks }) => byWhom(revision, marks)],
        ['marks', 'list', ({ marks }) => marksInWords(marks)],
        ['recordedAt', 'text', ({ revision }) => revision.recordedAt],
        ['on', 'text', ({ revision }) => instantInWords(revision.recordedAt), say('history.changes.at')],
        ['records', 'number', ({ records }) => records, say('history.changes.records')],
        ['flipped', 'number', ({ cells }) => cells, say('history.changes.cells')],
        ['note', 'text', ({ cells }) => (cells === null ? say('history.changes.first') : null)],
      ]),
    ],
  })
}
