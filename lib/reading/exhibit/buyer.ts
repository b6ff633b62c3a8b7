import 'server-only'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { buyerGroupInWords, buyerInWords, clauseInWords, profileInWords } from '@/lib/contract/words/buyer'
import { say } from '@/lib/contract/words/catalogue'
import { namesOfRows } from '@/lib/contract/words/rows'
import { shown } from './frame'
import type { MatrixPage } from './page-of'
import { linkOf, tableOf } from './tables'

/** How much a buyer of whom something is said changes, and whether a member of the EU stands for all; empty for any buyer. */
export function buyerSentences({ buyer, coordinates, matrix }: MatrixPage): readonly string[] {
  return buyerInWords(buyer, coordinates.question, matrix)
}

/** What the buyer changes beside any buyer, where it changes anything, and how much others would. */
export function buyerTables({ buyer, coordinates, matrix }: MatrixPage): readonly ExhibitTable[] {
  const nameOf = namesOfRows(matrix.rows)
  const { question } = coordinates
  const profiles = tableOf(
    { key: 'profiles', title: say('exhibit.table.profiles'), shown: false },
    buyer.profiles.filter(({ name }) => name !== 'any'),
    [
      ['name', 'text', profileInWords],
      ['cells', 'number', ({ count }) => count],
      [
        'says',
        'link',
        ({ facts, count }) =>
          linkOf({ ...coordinates, question: { ...question, ...facts } }, say('lens.count', { count }), {
            name: 'matrix',
          }),
      ],
    ],
  )
  if (buyer.groups.length === 0) return [profiles]
  return [
    tableOf({ key: 'buyer', title: say('lens.table') }, buyer.groups, [
      ['before', 'status', ({ before }) => shown(before.status, before.beforeEffect)],
      ['after', 'status', ({ after }) => shown(after.status, after.beforeEffect)],
      ['cells', 'number', ({ cells }) => cells],
      ['materials', 'list', ({ materials }) => [...materials]],
      [
        'rules',
        'list',
        ({ clauses }) =>
          clauses.map((clause) =>
            linkOf(coordinates, clauseInWords(clause), { name: 'instrument', key: clause.instrument.key }),
          ),
      ],
      ['says', 'text', (group) => buyerGroupInWords(group, nameOf)],
    ]),
    profiles,
  ]
}
