import 'server-only'
import type { Exhibit } from '@/lib/contract/exhibit'
import { byWhom } from '@/lib/contract/words/by-whom'
import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'
import { marksInWords } from '@/lib/contract/words/marks'
import type { LocalDate } from '@/lib/ledger/interval'
import { whyGone } from './changed'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { linkOf, tableOf } from './tables'

/** Every version of one record that its page tells, the newest first. */
export function historyExhibit(page: PageOf<'history'>, recordedOn: LocalDate): Exhibit {
  const { coordinates: at, kind, record, name, stands, steps, earlier } = page
  const title = say('history.record.title', { name })
  return plainExhibit(page, recordedOn, {
    title,
    description: title,
    sentences: [
      `${say(`address.kept.${kind}`)} ${record}`,
      ...(stands ? [] : [say('history.record.gone')]),
      ...(earlier === null ? [] : [say('history.record.earlier', { number: earlier })]),
    ],
    tables: [
      tableOf({ key: 'steps', title: say('exhibit.table.steps') }, steps, [
        ['number', 'number', ({ revision }) => revision.number],
        [
          'revision',
          'link',
          ({ revision: { number } }) =>
            linkOf(at, say('pages.changes.revision', { number }), { name: 'change', number, against: null }),
        ],
        ['what', 'text', ({ change }) => say(`history.step.${change.what}`)],
        ['reason', 'text', ({ revision }) => revision.reason],
        ['kind', 'text', ({ revision }) => say(`pages.changes.kinds.${revision.kind}`)],
        ['author', 'text', ({ revision, marks }) => byWhom(revision, marks)],
        ['recordedAt', 'text', ({ revision }) => revision.recordedAt],
        ['on', 'text', ({ revision }) => instantInWords(revision.recordedAt)],
        ['marks', 'list', ({ marks }) => marksInWords(marks)],
        ['sentences', 'list', ({ change }) => [...change.sentences]],
        [
          'why',
          'list',
          ({ change, retirement }) => (change.what === 'withdrawn' ? whyGone(at, change, retirement) : null),
        ],
      ]),
    ],
  })
}
