import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { ExhibitTable } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { divergenceInWords } from '@/lib/contract/words/divergence'
import { cautionsOf, daysInWords, latestInWords } from '@/lib/contract/words/observed'
import { frequencyInWords, placeInWords, unitInWords } from '@/lib/contract/words/series'
import type { Observed } from '@/lib/ledger/series/observed'
import { linkOf, tableOf } from './tables'

/** Several series, one to a row: what each is, its latest value, and what came of holding it against the law. */
export function summariesTable(at: Coordinates, series: readonly Observed[]): ExhibitTable {
  return tableOf<Observed>({ key: 'series', title: say('evidence.title') }, series, [
    ['series', 'link', ({ indicator }) => linkOf(at, indicator.title, { name: 'series', key: indicator.key })],
    ['kind', 'text', ({ group }) => say(`evidence.group.${group}`)],
    ['geography', 'text', ({ indicator }) => placeInWords(indicator.geography)],
    ['unit', 'text', ({ indicator }) => unitInWords(indicator.unit)],
    ['frequency', 'text', ({ indicator }) => frequencyInWords(indicator.frequency)],
    ['period', 'text', daysInWords],
    ['points', 'text', ({ points }) => say('evidence.count', { count: points.length })],
    ['latest', 'text', latestInWords],
    ['says', 'list', (one) => [...cautionsOf(one, at.question.on), ...divergenceInWords(one)]],
    ['key', 'text', ({ indicator }) => indicator.key],
  ])
}
