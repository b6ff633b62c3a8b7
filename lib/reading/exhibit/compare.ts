import 'server-only'
import { tellCell } from '@/lib/contract/answer'
import type { Exhibit, ExhibitTable, ShownInExhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import {
  groupInWords,
  qualifiersOf,
  reliefInWords,
  stepInWords,
  summaryInWords,
  whyInWords,
} from '@/lib/contract/words/compare'
import { dayInWords } from '@/lib/contract/words/day'
import { askedInWords } from '@/lib/contract/words/matrix'
import type { Difference } from '@/lib/ledger/compare/compare'
import type { Seen } from '@/lib/ledger/compare/seen'
import { seenOf } from '@/lib/ledger/compare/seen'
import type { LocalDate } from '@/lib/ledger/interval'
import type { MatrixCell } from '@/lib/ledger/matrix'
import { exhibitFrame, shown, under } from './frame'
import type { PageOf } from './page-of'
import { tableOf } from './tables'

type ComparePage = PageOf<'compare'>

/** Two questions compared: the sentences, every cell that differs with what did it, and every cell of either. */
export function compareExhibit(page: ComparePage, recordedOn: LocalDate): Exhibit {
  const { comparison, groups, relief, nameOf, coordinates, parties } = page
  const compared = comparedIn(page)
  const answer = summaryInWords(groups, comparison.pairs.length)
  const asked = askedInWords(coordinates, parties)
  const against = againstInWords(page)
  const differs = comparison.differences.length > 0
  const frame = exhibitFrame(page, recordedOn)
  return {
    ...frame,
    title: titleOf(page),
    description: say('exhibit.described', { answer: `${answer} ${against}`, asked }),
    asked,
    sentences: [
      answer,
      against,
      say(`compare.sides.scope.${coordinates.scope}`),
      ...groups.flatMap((cause) => [
        under(say(`compare.by.${cause.cause}`), say(`compare.meaning.${cause.cause}`)),
        ...cause.groups.map((group) => groupInWords(group, compared, nameOf)),
      ]),
      ...(differs ? [under(say('compare.relief.title'), reliefInWords(relief, nameOf))] : []),
    ],
    cells: comparison.pairs.flatMap(({ after }) => (after === null ? [] : [tellCell(after)])),
    grid: null,
    timelines: [],
    tables: [differencesTable(page), pairsTable(page)],
    legend: [],
    notes: [...(differs ? [under(say('compare.relief.title'), say('compare.relief.note'))] : []), ...frame.notes],
  }
}

function comparedIn({ against, coordinates }: ComparePage) {
  return { before: against.question, after: coordinates.question }
}

/** `What reads otherwise on 22 November 2026 than on 8 November 2025` */
function titleOf({ against, coordinates }: ComparePage): string {
  const [before, after] = [dayInWords(against.question.on), dayInWords(coordinates.question.on)]
  return say(`compare.${before === after ? 'pageTitleSameDay' : 'pageTitle'}`, { before, after })
}

/** The first of the two questions: what is asked is told where it is not what the second asks. */
function againstInWords(page: ComparePage): string {
  const { coordinates, against, parties } = page
  const [side, asked] = [sideInWords(page), askedInWords({ ...coordinates, question: against.question }, parties)]
  if (asked === askedInWords(coordinates, parties)) return say('compare.exhibit.same', { side })
  return say('compare.exhibit.against', { side, asked })
}

/** `law of 8 November 2025, everything recorded by 22 November 2026, revision 1` */
function sideInWords({ against: { question, revision }, againstRecordedOn }: ComparePage): string {
  return [
    say('compare.sides.law', { day: dayInWords(question.on) }),
    question.known === null
      ? say('compare.exhibit.everythingBy', { day: dayInWords(againstRecordedOn) })
      : say('compare.sides.known', { day: dayInWords(question.known) }),
    say('compare.sides.revision', { number: revision }),
  ].join(', ')
}

/** What a reader sees of a cell, as exhibits show it; `null` is an empty place. */
export function shownSeen(seen: Seen | null): ShownInExhibit | null {
  return seen === null ? null : shown(seen.status, seen.beforeEffect, qualifiersOf(seen))
}

function shownPair(cell: MatrixCell | null): ShownInExhibit | null {
  return cell === null ? null : shownSeen(seenOf(cell))
}

function differencesTable(page: ComparePage): ExhibitTable {
  const { comparison, nameOf } = page
  const compared = comparedIn(page)
  const others = ({ others: steps }: Difference) =>
    steps.length === 0 ? null : steps.map((step) => stepInWords(step, compared, nameOf)).join('; ')
  return tableOf({ key: 'differences', title: say('compare.changed.title') }, comparison.differences, [
    ['material', 'text', ({ material }) => material],
    ['materialName', 'text', ({ material }) => nameOf('material', material)],
    ['form', 'text', ({ form }) => form],
    ['formName', 'text', ({ form }) => nameOf('form', form)],
    ['before', 'status', ({ before }) => shownSeen(before), say('compare.head.before')],
    ['after', 'status', ({ after }) => shownSeen(after), say('compare.head.after')],
    ['turn', 'text', ({ turn }) => say(`compare.turn.${turn}`)],
    ['cause', 'text', ({ cause }) => say(`compare.by.${cause}`)],
    ['because', 'text', (difference) => whyInWords(difference, compared, nameOf)],
    ['others', 'text', others],
  ])
}

function pairsTable({ comparison, nameOf }: ComparePage): ExhibitTable {
  const differing = new Set(comparison.differences.map(({ material, form }) => `${material}/${form}`))
  return tableOf(
    { key: 'cells', title: say('compare.all.title', { count: comparison.pairs.length }) },
    comparison.pairs,
    [
      ['material', 'text', ({ material }) => material],
      ['materialName', 'text', ({ material }) => nameOf('material', material)],
      ['form', 'text', ({ form }) => form],
      ['formName', 'text', ({ form }) => nameOf('form', form)],
      ['before', 'status', ({ before }) => shownPair(before), say('compare.head.before')],
      ['after', 'status', ({ after }) => shownPair(after), say('compare.head.after')],
      ['differs', 'truth', ({ material, form }) => differing.has(`${material}/${form}`)],
    ],
  )
}
