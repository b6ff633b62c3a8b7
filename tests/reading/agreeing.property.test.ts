import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { calendarOf } from '@/lib/ledger/calendar/calendar'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { loudestClaim } from '@/lib/ledger/loudest'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { plainQuestion, type Question } from '@/lib/ledger/question'
import { stripsOf } from '@/lib/ledger/series/bands'
import { observe } from '@/lib/ledger/series/observed'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { weigh } from '@/lib/ledger/weighing'
import { smallChartOf } from '@/lib/reading/evidence/small'
import { matrixPage } from '@/lib/reading/matrix'
import { lawOf, type Opened } from '@/lib/reading/opened'
import { OF_LAW } from '@/lib/reading/same-lists'
import { edited } from '../ledger/edits'
import { aQuestion } from '../ledger/worlds'
import { theRecord } from '../support/record'

const DAY = localDate('2026-11-22')
const record = theRecord()

function opened(of: WholeRecord, question: Question): Opened {
  const coordinates = { revision: 1, question, scope: 'rare-earths', by: 'form', view: { name: 'matrix' } } as const
  return { coordinates, record: of, law: lawOf(of, question.known), today: DAY }
}

/** What readers get of a page, sets and maps spelled out. */
function told(page: object): string {
  return JSON.stringify(page, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value))
}

const matrixOf = (of: WholeRecord, question: Question) => told(matrixPage(opened(of, question)))

/** Of a copy nothing can have been worked out before. */
const afresh = (of: WholeRecord) => structuredClone(of)

/** The parts of the page for which records are held to agree, worked out from all of one record, and as the page has them. */
function besides(of: WholeRecord, question: Question) {
  const law = openLaw(of, question.known)
  const { matrix, briefing } = matrixPage(opened(of, question))
  const chart = smallChartOf({ record: of, law: lawOf(of, question.known) })
  const byHand = {
    matrix: resolveMatrix(law, question, 'rare-earths'),
    leading: calendarOf(law, of, question.on).leading,
    chart: chart && observe(of, law, chart.indicator, stripsOf(law)),
    loudest: loudestClaim(weigh(openLaw(of, null)), of.claims, { on: question.on, known: question.known }),
  }
  const leading = [...(briefing?.silent ?? []), ...(briefing?.ahead ?? [])]
  return { byHand: told(byHand), ofPage: told({ matrix, leading, chart, loudest: briefing?.loudest }) }
}

type Lists = keyof WholeRecord
type Turned = { readonly [list in Lists]: (one: WholeRecord[list][number], by: number) => object }

/** For each list, what an editor may do to a record in it. */
const TURNED: Turned = {
  materials: (one) => ({ nameEn: `${one.nameEn} (read again)`, forms: one.forms.slice(1) }),
  forms: (one) => ({ nameEn: `${one.nameEn} (read again)` }),
  regimes: (one) => ({ shortName: `${one.shortName} again` }),
  instruments: () => ({ verifiedThrough: DAY, note: 'read again' }),
  provisions: (one, by) => ({
    effect: one.targets.length > 0 ? one.effect : 'licence',
    note: `${by}`,
    coverage: 'named',
  }),
  parties: (_, by) => ({ listedOn: localDate(by % 2 === 0 ? '2026-11-01' : '2025-02-01') }),
  sources: (_, by) => ({ title: `read ${by} times`, url: `https://example.org/${by}` }),
  events: (_, by) => ({
    kind: 'deadline',
    status: 'scheduled',
    precision: 'day',
    startsOn: `2026-12-${10 + (by % 20)}`,
    endsOn: null,
  }),
  claims: (one, by) => ({
    statement: `said ${by} times`,
    asserts: one.asserts.map((assertion) => ({ ...assertion, status: by % 2 === 0 ? 'open' : 'prohibited', to: null })),
  }),
  indicators: (one) => ({ title: 'measured again', points: one.points.slice(0, -1) }),
}

function turned(of: WholeRecord, list: Lists, at: number, by: number): WholeRecord {
  const index = at % of[list].length
  const turn = TURNED[list] as (one: object, by: number) => object
  return { ...of, [list]: of[list].map((one, place) => (place === index ? { ...one, ...turn(one, by) } : one)) }
}

const LISTS = Object.keys(TURNED) as readonly Lists[]

describe('what is worked out once for records that agree is what each of them gives', () => {
  test.each(LISTS)('an edit of %s in the record', (list) => {
    const question = plainQuestion(DAY)
    matrixPage(opened(record, question))
    const number = fc.nat({ max: 400 })
    const edits = fc.tuple(number, number).map(([at, by]) => turned(record, list, at, by))
    fc.assert(
      fc.property(edits, (after) => {
        expect(lawOf(after, null) === lawOf(record, null)).toBe(!(OF_LAW as readonly Lists[]).includes(list))
        const { byHand, ofPage } = besides(after, question)
        expect(ofPage).toBe(byHand)
      }),
      { numRuns: 1 },
    )
  })

  test.prop([edited, aQuestion, fc.nat({ max: 16 })], { numRuns: 15 })('edits of small worlds', (edit, asked, on) => {
    const [before, after] = [edit.before, edit.after].map((ledger) => ({ ...NOTHING_SAID, ...ledger }))
    const question = { ...asked, on: localDate(`2026-01-${10 + on}`) }
    for (const one of [before, after, before]) {
      if (one === undefined) throw new TypeError('two worlds')
      expect(matrixOf(one, question)).toBe(matrixOf(afresh(one), question))
    }
  })

  test('what is claimed of a cell follows the claims, and the law', () => {
    const question = plainQuestion(DAY)
    const [silent, looked] = [{ ...record, claims: [] }, turned(record, 'instruments', 0, 0)]
    expect(matrixPage(opened(record, question)).claimed).not.toEqual([])
    expect(matrixPage(opened(silent, question)).claimed).toEqual([])
    expect(matrixOf(looked, question)).toBe(matrixOf(afresh(looked), question))
  })
})

const NOTHING_SAID = { sources: [], events: [], claims: [], indicators: [] }
