import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import type { Change } from '@/lib/ledger/change'
import { changesBetween } from '@/lib/ledger/difference'
import { shiftDays } from '@/lib/ledger/interval'
import type { Ledger } from '@/lib/ledger/record'
import type { Assertion, Claim, Event, WholeRecord } from '@/lib/ledger/testimony'
import { day } from '@/tests/support/builders'
import { timesAsLarge } from '@/tests/support/larger'
import { type Edited, edited } from '../edits'
import { expectJudgedAlike, expectSeenAlike } from './told-alike'

vi.setConfig({ testTimeout: 120_000 })

const RUNS = { numRuns: 40 }

const number = fc.nat({ max: 40 })

const assertion: fc.Arbitrary<Assertion> = fc.record({
  materials: fc.constantFrom<Assertion['materials']>(
    ['Dy'],
    ['Ho'],
    ['Dy', 'Ho'],
    ['Ho-copy-1'],
    'all',
    'all-rare-earths',
  ),
  forms: fc.constantFrom<Assertion['forms']>('all', ['metal']),
  destinations: fc.constantFrom<Assertion['destinations']>('all', ['US'], ['JP', 'DE']),
  endUse: fc.constantFrom('any', 'military'),
  route: fc.constantFrom('export', 're-export'),
  status: fc.constantFrom('open', 'licence', 'suspended', 'prohibited'),
  from: fc.constant(null),
  to: fc.option(number.map(day)),
})

/** What is said and told beside a world: of its own notices and of others. */
const testimony = fc.record({
  claims: fc.array(fc.tuple(number, fc.array(assertion, { maxLength: 2 }), number), { maxLength: 4 }),
  events: fc.array(fc.tuple(number, number, fc.constantFrom<Event['kind']>('deadline', 'licensing', 'statement')), {
    maxLength: 4,
  }),
})

type Told = typeof testimony extends fc.Arbitrary<infer Value> ? Value : never

function claimsOf({ instruments }: Ledger, { claims }: Told): readonly Claim[] {
  return claims.map(([said, asserts, tag], at) => ({
    key: `claim-${at}`,
    saidOn: day(said % 12),
    precision: 'day',
    speaker: { name: 'A', role: '', outlet: '', type: '' },
    statement: 'It is said.',
    quote: null,
    asserts,
    assessment: { verdict: 'partly', reason: '', assessedOn: day(9), sources: [] },
    tags: [instruments[tag % instruments.length]?.key ?? ''],
    sources: [],
  }))
}

function eventsOf({ instruments }: Ledger, { events }: Told): readonly Event[] {
  return events.map(([starts, which, kind], at) => {
    const instrument = instruments[which % instruments.length]
    return {
      key: `event-${at}`,
      startsOn: day(starts % 12),
      endsOn: starts % 3 === 0 ? null : shiftDays(day(starts % 12), which % 5),
      precision: 'day',
      title: `Event ${at}`,
      summary: '',
      kind,
      jurisdictions: [],
      regimes: ['regime'],
      instruments: instrument === undefined ? [] : [instrument.key],
      status: 'occurred',
      confidence: 'high',
      sources: [],
    }
  })
}

/** A world beside two copies of it, of which an edit changes one; what stands beside the others is no matter of it. */
function around({ before, after }: Edited, told: Told): { record: WholeRecord; changes: readonly Change[] } {
  const beside = (ledger: Ledger): WholeRecord => ({
    ...ledger,
    sources: [],
    indicators: [],
    events: eventsOf(before, told),
    claims: claimsOf(before, told),
  })
  const [was, is] = [timesAsLarge(beside(before), 3), beside(after)]
  return { record: was, changes: changesBetween(beside(before), is) }
}

describe('the part that an edit can reach', () => {
  test.prop({ edited, testimony }, RUNS)('breaks the same rules as the whole', async ({ edited, testimony }) => {
    const { record, changes } = around(edited, testimony)
    await expectJudgedAlike(record, changes)
  })

  test.prop({ edited, testimony }, RUNS)('has the same consequences as the whole', async ({ edited, testimony }) => {
    const { record, changes } = around(edited, testimony)
    const { broken } = await expectJudgedAlike(record, changes)
    fc.pre(broken.every(({ settled }) => settled !== 'must-mend'))
    const seen = await expectSeenAlike(record, changes)
    fc.pre(seen !== null)
    expect(seen?.impact.unweighed).toEqual([])
  })

  test.prop({ edited, testimony }, RUNS)('tells which claims it does not weigh', async ({ edited, testimony }) => {
    const { record, changes } = around(edited, testimony)
    const { broken } = await expectJudgedAlike(record, changes)
    fc.pre(broken.every(({ settled }) => settled !== 'must-mend'))
    await expectSeenAlike(record, changes, 3)
  })
})
