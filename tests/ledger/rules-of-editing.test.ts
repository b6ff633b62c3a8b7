import { describe, expect, test } from 'vitest'
import { sayBroken, sayRule } from '@/lib/contract/edit/broken'
import { applyChanges, recordUnder } from '@/lib/ledger/apply'
import { type Change, changesThatRecord, KINDS, type Kind, LIST_OF, type Records } from '@/lib/ledger/change'
import { localDate } from '@/lib/ledger/interval'
import type { RevisionKind } from '@/lib/ledger/revision'
import { type Broken, RULE_NUMBERS, type RuleNumber } from '@/lib/ledger/rules/broken'
import { brokenRules, RULES } from '@/lib/ledger/rules/rules'
import type { IndicatorPoint, WholeRecord } from '@/lib/ledger/testimony'
import { between } from '@/tests/support/builders'
import { theRecord } from '@/tests/support/record'
import { changesOf, theExtension, theNotice } from './extension-notice'
import { expectJudgedAlike } from './part/told-alike'

const record = theRecord()
const TODAY = localDate('2026-11-22')
const NOTHING = Object.fromEntries(KINDS.map((kind) => [LIST_OF[kind], []])) as unknown as WholeRecord

const NOTICE = theNotice()
const EXTENSION = theExtension()
const HO = 'cn-2025-57-1c909-a-1'
const SUSPENSION = 'cn-2025-70-suspends-2025-57'
const STATEMENT = record.instruments.find(({ binding }) => binding === 'statement')?.key ?? ''

function judged(kind: RevisionKind, ...changes: readonly Change[]): readonly Broken[] {
  return brokenRules({ before: record, after: applyChanges(record, changes), changes, kind, today: TODAY })
}

/** A record of the real record with some of its fields set otherwise. */
function changed<K extends Kind>(kind: K, key: string, over: Partial<Records[K]>): Change {
  const was = recordUnder(record, kind, key)
  if (was === null) throw new Error(`no ${kind} ${key}`)
  return { kind, key, record: { ...was, ...over } } as unknown as Change
}

function gone(kind: Kind, key: string, replacedBy: string | null = null): Change {
  return { kind, key, record: null, retirement: { why: 'It was a mistake.', replacedBy } }
}

const notice = (over: Parameters<typeof theNotice>[0] = {}) => changesOf(theNotice(over), EXTENSION)
const extension = (over: Parameters<typeof theExtension>[0]) => changesOf(NOTICE, theExtension(over))
const [cited] = NOTICE.sources
if (cited === undefined) throw new Error('the notice cites nothing')
const CITED_BY_57 = recordUnder(record, 'instrument', 'cn-2025-57')?.sources ?? []
const { clause: _clause, ...withoutClause } = cited

/** For each rule: a change set that breaks it, at what, and what is said; and the nearest one that does not. */
type Case = {
  readonly rule: RuleNumber
  readonly kind?: RevisionKind
  readonly breaks: readonly Change[]
  readonly at: string
  readonly says: string
  readonly keeps: readonly Change[]
}

const CASES: readonly Case[] = [
  {
    rule: 'E1',
    breaks: extension({ inForce: between('2027-01-12', '2027-01-10') }),
    at: 'provision cn-2026-60-extends-2025-70 lastDay',
    says: 'It ends on 10 January 2027, before 12 January 2027.',
    keeps: extension({ inForce: between('2027-01-10', '2027-01-10') }),
  },
  {
    rule: 'E1',
    breaks: notice({ verifiedThrough: localDate('2026-11-19') }),
    at: 'instrument cn-2026-60 verifiedThrough',
    says: 'It ends on 19 November 2026, before 20 November 2026.',
    keeps: notice({ verifiedThrough: localDate('2026-11-20') }),
  },
  {
    rule: 'E1',
    kind: 'addition',
    breaks: [changed('event', '2024-05-23-crma', { endsOn: '2024-05-22' })],
    at: 'event 2024-05-23-crma endsOn',
    says: 'It ends on 22 May 2024, before 23 May 2024.',
    keeps: [changed('event', '2024-05-23-crma', { endsOn: '2024-05-23' })],
  },
  {
    rule: 'E2',
    kind: 'correction',
    breaks: [changed('provision', SUSPENSION, { inForce: between('2025-10-08', '2026-11-10') })],
    at: `provision ${SUSPENSION} effectiveFrom`,
    says: 'It begins on 8 October 2025; cn-2025-57 was issued on 9 October 2025.',
    keeps: [changed('provision', SUSPENSION, { inForce: between('2025-10-09', '2026-11-10') })],
  },
  {
    rule: 'E3',
    breaks: extension({ targets: [SUSPENSION] }),
    at: 'provision cn-2026-60-extends-2025-70 targets',
    says: 'cn-2025-70-suspends-2025-57 ended on 10 November 2026; the extension was issued on 20 November 2026. 9 days stay as they were: 11 November 2026 to 19 November 2026.',
    keeps: changesOf(theNotice({ issuedOn: localDate('2026-11-10') }), theExtension({ targets: [SUSPENSION] })),
  },
  {
    rule: 'E3',
    breaks: extension({ targets: [SUSPENSION], inForce: between('2026-11-11', '2027-01-10') }),
    at: 'provision cn-2026-60-extends-2025-70 targets',
    says: 'It backdates itself, so that no day is left out.',
    keeps: changesOf(theNotice({ issuedOn: localDate('2026-11-01') }), theExtension({ targets: ['cn-2025-70'] })),
  },
  {
    rule: 'E4',
    breaks: extension({ targets: ['cn-2025-99'] }),
    at: 'provision cn-2026-60-extends-2025-70 targets',
    says: 'cn-2025-99 is neither an instrument nor a provision of this record.',
    keeps: extension({ targets: ['cn-2025-70'] }),
  },
  {
    rule: 'E4',
    breaks: extension({ targets: [] }),
    at: 'provision cn-2026-60-extends-2025-70 targets',
    says: 'It names none.',
    keeps: extension({ targets: ['cn-2025-70'] }),
  },
  {
    rule: 'E5',
    breaks: [...notice(), ...notice()].slice(0, 3),
    at: 'instrument cn-2026-60 null',
    says: 'cn-2026-60 stands there 2 times.',
    keeps: notice(),
  },
  {
    rule: 'E6',
    breaks: notice({ sources: [withoutClause] }),
    at: 'instrument cn-2026-60 sources',
    says: 'The clause is not given in its original language.',
    keeps: notice(),
  },
  {
    rule: 'E6',
    breaks: notice({ sources: [{ ...cited, locator: null }] }),
    at: 'instrument cn-2026-60 sources',
    says: 'No primary legal source is cited with the place in it.',
    keeps: notice(),
  },
  {
    rule: 'E6',
    breaks: extension({ sources: [{ ...cited, source: 'udn-ann70' }] }),
    at: 'provision cn-2026-60-extends-2025-70 sources',
    says: 'No primary legal source is cited.',
    keeps: notice({ binding: 'law' }),
  },
  {
    rule: 'E7',
    breaks: [changed('provision', HO, { instrument: STATEMENT })],
    at: `provision ${HO} instrument`,
    says: `${STATEMENT} binds nobody.`,
    keeps: [changed('provision', HO, { instrument: 'cn-2025-18' })],
  },
  {
    rule: 'E8',
    breaks: [gone('form', 'optical-fibre')],
    at: 'material Er forms',
    says: 'optical-fibre is not among the forms.',
    keeps: [changed('form', 'optical-fibre', { nameEn: 'Fibre' })],
  },
  {
    rule: 'E8',
    breaks: notice({ sources: [{ ...cited, source: 'rumour' }] }),
    at: 'instrument cn-2026-60 sources',
    says: 'rumour is not among the sources.',
    keeps: notice(),
  },
  {
    rule: 'E9',
    breaks: [gone('event', '2024-05-23-crma', 'cn-2025-18')],
    at: 'event 2024-05-23-crma replacedBy',
    says: 'cn-2025-18 is not.',
    keeps: [gone('event', '2024-05-23-crma', '2025-01-02-us-entities')],
  },
  {
    rule: 'E10',
    breaks: changesOf(NOTICE, EXTENSION, {
      ...(recordUnder(record, 'provision', HO) ?? EXTENSION),
      key: 'cn-2025-57-again',
    }),
    at: 'provision cn-2025-57-again clause',
    says: `1C909.a.1 stands in ${HO} too.`,
    keeps: changesOf(NOTICE, EXTENSION, {
      ...(recordUnder(record, 'provision', HO) ?? EXTENSION),
      key: 'cn-2025-57-again',
      route: 'assistance',
    }),
  },
  {
    rule: 'E11',
    breaks: [changed('provision', HO, { hsCodes: ['2805301'], hsEvidence: 'printed' })],
    at: `provision ${HO} hsCodes[0]`,
    says: 'This one is 2805301.',
    keeps: [changed('provision', HO, { hsCodes: ['280530', '28053019', '2805301910'], hsEvidence: 'printed' })],
  },
  {
    rule: 'E12',
    breaks: [changed('party', 'acsl-ltd', { delistedOn: localDate('2026-06-29') })],
    at: 'party acsl-ltd delistedOn',
    says: 'It leaves on 29 June 2026; it was listed on 29 June 2026.',
    keeps: [changed('party', 'acsl-ltd', { delistedOn: localDate('2026-06-30') })],
  },
  {
    rule: 'E13',
    kind: 'correction',
    breaks: [changed('provision', SUSPENSION, { inForce: between('2025-11-07') })],
    at: `provision ${SUSPENSION} lastDay`,
    says: 'It was 10 November 2026; now there is none.',
    keeps: [changed('provision', SUSPENSION, { inForce: between('2025-11-07', '2026-11-09') })],
  },
  {
    rule: 'E13',
    kind: 'correction',
    breaks: [changed('provision', SUSPENSION, { inForce: between('2025-11-07', '2026-11-11') })],
    at: `provision ${SUSPENSION} lastDay`,
    says: 'It was 10 November 2026; now it is 11 November 2026.',
    keeps: [changed('provision', SUSPENSION, { note: 'The same days.' })],
  },
  {
    rule: 'E14',
    kind: 'addition',
    breaks: extension({ sources: [{ source: 'udn-ann70', locator: null }] }),
    at: 'provision cn-2026-60-extends-2025-70 lastDay',
    says: '10 January 2027 is still to come, and no source is cited with a place.',
    keeps: extension({ sources: [{ source: 'udn-ann70', locator: 'last line' }] }),
  },
  {
    rule: 'E14',
    kind: 'addition',
    breaks: extension({
      sources: [{ source: 'udn-ann70', locator: null }],
      inForce: between('2026-11-20', '2026-11-23'),
    }),
    at: 'provision cn-2026-60-extends-2025-70 lastDay',
    says: '23 November 2026 is still to come',
    keeps: extension({
      sources: [{ source: 'udn-ann70', locator: null }],
      inForce: between('2026-11-20', '2026-11-22'),
    }),
  },
  {
    rule: 'E15',
    kind: 'wording',
    breaks: [changed('provision', HO, { inForce: between('2025-11-07') })],
    at: `provision ${HO} effectiveFrom`,
    says: 'It changes effectiveFrom.',
    keeps: [changed('provision', HO, { item: 'Holmium metal', note: 'In better words.' })],
  },
  {
    rule: 'E15',
    kind: 'wording',
    breaks: notice(),
    at: 'instrument cn-2026-60 null',
    says: 'This record is new.',
    keeps: [changed('instrument', 'cn-2025-57', { summary: 'In better words.' })],
  },
  {
    rule: 'E15',
    kind: 'wording',
    breaks: [gone('event', '2024-05-23-crma')],
    at: 'event 2024-05-23-crma null',
    says: 'This record would be gone.',
    keeps: [changed('event', '2024-05-23-crma', { title: 'In better words' })],
  },
  {
    rule: 'E16',
    kind: 'verification',
    breaks: [changed('instrument', 'cn-2025-57', { summary: 'In better words.', verifiedThrough: TODAY })],
    at: 'instrument cn-2025-57 summary',
    says: 'It changes summary.',
    keeps: [
      changed('instrument', 'cn-2025-57', {
        verifiedThrough: TODAY,
        verificationNote: 'Looked at the ministry’s list.',
        sources: [...CITED_BY_57, cited],
      }),
      {
        kind: 'source',
        key: 'a-new-source',
        record: { ...sourceNamed('udn-ann70'), key: 'a-new-source', url: null, title: 'List' },
      },
    ],
  },
  {
    rule: 'E16',
    kind: 'verification',
    breaks: [changed('provision', HO, { sources: [cited] })],
    at: `provision ${HO} sources`,
    says: 'It changes sources.',
    keeps: [changed('instrument', 'cn-2025-57', { sources: [...CITED_BY_57, cited] })],
  },
  {
    rule: 'E16',
    kind: 'verification',
    breaks: [changed('instrument', 'cn-2025-57', { sources: [cited] })],
    at: 'instrument cn-2025-57 sources',
    says: 'It changes sources.',
    keeps: [changed('instrument', 'cn-2025-57', { sources: [cited, ...CITED_BY_57] })],
  },
  {
    rule: 'E16',
    kind: 'verification',
    breaks: [changed('instrument', 'cn-2025-57', { sources: CITED_BY_57.map((one) => ({ ...one, locator: null })) })],
    at: 'instrument cn-2025-57 sources.locator',
    says: 'It changes sources.locator.',
    keeps: [changed('instrument', 'cn-2025-57', { verifiedThrough: TODAY })],
  },
  {
    rule: 'E17',
    kind: 'verification',
    breaks: [changed('instrument', 'cn-2025-57', { verifiedThrough: localDate('2026-11-23') })],
    at: 'instrument cn-2025-57 verifiedThrough',
    says: 'It says 23 November 2026; today is 22 November 2026.',
    keeps: [changed('instrument', 'cn-2025-57', { verifiedThrough: TODAY })],
  },
  {
    rule: 'E18',
    kind: 'verification',
    breaks: [changed('instrument', 'cn-2025-57', { verifiedThrough: localDate('2026-10-09') })],
    at: 'instrument cn-2025-57 verifiedThrough',
    says: 'It goes back from 10 October 2026 to 9 October 2026.',
    keeps: [changed('instrument', 'cn-2025-57', { verifiedThrough: localDate('2026-10-10') })],
  },
  {
    rule: 'E19',
    breaks: [
      changed('provision', SUSPENSION, { targets: ['cn-2025-72'] }),
      changed('provision', 'cn-2025-72-suspends-2024-46-clause-2', { targets: ['cn-2025-70'] }),
    ],
    at: 'provision cn-2025-70-suspends-2025-57 targets',
    says: 'It leads back to itself: ',
    keeps: [changed('provision', SUSPENSION, { targets: ['cn-2025-72'] })],
  },
  {
    rule: 'E20',
    breaks: changesOf(NOTICE, EXTENSION, theExtension({ key: 'cn-2026-60-again', targets: [EXTENSION.key] })),
    at: 'provision cn-2026-60-again targets',
    says: 'cn-2026-60-extends-2025-70 is itself an extension.',
    keeps: changesOf(NOTICE, EXTENSION, theExtension({ key: 'cn-2026-60-again', targets: [SUSPENSION] })),
  },
  {
    rule: 'E21',
    breaks: [changed('provision', HO, { forms: ['metal', 'battery'] })],
    at: `provision ${HO} forms`,
    says: 'battery is a form of none of the materials named.',
    keeps: [changed('provision', HO, { forms: ['metal', 'oxide'] })],
  },
  {
    rule: 'E22',
    breaks: [changed('party', 'acsl-ltd', { instrument: 'cn-2025-57' })],
    at: 'party acsl-ltd instrument',
    says: 'No provision names cn-2025-57 as its list of parties.',
    keeps: [changed('party', 'acsl-ltd', { instrument: 'cn-2025-1' })],
  },
  {
    rule: 'E23',
    breaks: [changed('material', 'Ho', { kind: 'mineral' })],
    at: 'material Ho kind',
    says: 'It would hold 16.',
    keeps: [changed('material', 'Ho', { nameEn: 'Ho' })],
  },
  {
    rule: 'E24',
    breaks: [changed('form', 'assembly', { order: recordUnder(record, 'form', 'alloy')?.order ?? 0 })],
    at: 'form assembly order',
    says: 'alloy has the place 3 too.',
    keeps: [changed('form', 'assembly', { order: 99 })],
  },
  {
    rule: 'E25',
    breaks: [changed('source', 'udn-ann70', { url: `${sourceNamed('worldjournal-ann70').url}/` })],
    at: 'source worldjournal-ann70 url',
    says: 'udn-ann70 has the same address.',
    keeps: [changed('source', 'udn-ann70', { url: 'https://example.org/70' })],
  },
  {
    rule: 'E26',
    breaks: [changed('event', '2025-01-02-us-entities', { regimes: [] })],
    at: 'event 2025-01-02-us-entities regimes',
    says: 'entity-lists, the regime of cn-2025-1, is missing.',
    keeps: [changed('event', '2025-01-02-us-entities', { regimes: ['entity-lists', 'april-4'] })],
  },
  {
    rule: 'E27',
    breaks: [changed('indicator', 'terbium-us', { points: [point('2025-10', 6000), point('2025-10', 5900)] })],
    at: 'indicator terbium-us points[1].period',
    says: '2025-10 has two: 6000 and 5900.',
    keeps: [changed('indicator', 'terbium-us', { points: [point('2025-10', 6000), point('2025-11', 6000)] })],
  },
  {
    rule: 'E27',
    breaks: [changed('indicator', 'terbium-us', { points: [point('2026-Q1', 1), point('2026-01/2026-03', 2)] })],
    at: 'indicator terbium-us points[1].period',
    says: '2026-Q1 has the value 1, 2026-01/2026-03 the value 2: these are the same days.',
    keeps: [changed('indicator', 'terbium-us', { points: [point('2026-Q1', 1), point('2026-01/2026-02', 2)] })],
  },
]

function point(period: string, value: number): IndicatorPoint {
  return { period, value, low: null, high: null, estimated: false, note: null, source: 'udn-ann70' }
}

function sourceNamed(key: string): Records['source'] {
  const found = recordUnder(record, 'source', key)
  if (found === null) throw new Error(`no source ${key}`)
  return found
}

function place({ kind, key, field }: Broken): string {
  return `${kind} ${key} ${field}`
}

describe.each(RULE_NUMBERS)('%s', (rule) => {
  const own = CASES.filter((one) => one.rule === rule)

  test(sayRule(rule), () => {
    expect(own).not.toEqual([])
    for (const { kind = 'law', breaks, keeps, at, says } of own) {
      const broken = judged(kind, ...breaks).filter((one) => one.rule === rule)
      expect(broken.map(place)).toContain(at)
      const said = broken.filter((one) => place(one) === at).map(sayBroken)
      expect(said.join(' ')).toContain(`${sayRule(rule)} `)
      expect(said.join(' ')).toContain(says)
      expect(broken.every((one) => one.settled === RULES[rule].settled)).toBe(true)
      expect(judged(kind, ...keeps).filter((one) => one.rule === rule)).toEqual([])
    }
  })

  test('is told from the part that a change set reaches as from the whole record', async () => {
    for (const { kind = 'law', breaks, keeps } of own) {
      const { broken } = await expectJudgedAlike(record, breaks, kind)
      expect(broken.some((one) => one.rule === rule)).toBe(true)
      await expectJudgedAlike(record, keeps, kind)
    }
  })
})

describe('the record as it is', () => {
  test('breaks no rule by changing nothing', () => {
    for (const kind of ['law', 'correction', 'addition', 'wording', 'verification'] as const) {
      expect(judged(kind)).toEqual([])
    }
  })

  test('breaks none when it is first recorded, but that one code may list several goods and days to come lack a place', () => {
    const changes = changesThatRecord(record)
    const broken = brokenRules({ before: NOTHING, after: record, changes, kind: 'addition', today: TODAY })

    expect([...new Set(broken.map(({ rule }) => rule))]).toEqual(['E10', 'E14'])
    expect(broken.every(({ settled }) => settled === 'may-override')).toBe(true)
  })
})

test('the notice of 20 November 2026 breaks one rule alone: it came late, which an editor confirms', () => {
  const broken = judged('law', ...notice())

  expect(broken.map(({ rule, settled }) => `${rule} ${settled}`)).toEqual(Array(6).fill('E3 may-confirm'))
})

test('a correction may take a look back that never was', () => {
  const back = changed('instrument', 'cn-2025-57', { verifiedThrough: localDate('2026-10-09') })

  expect(judged('correction', back)).toEqual([])
})

test('a second extension is late only after the first one’s last day', () => {
  const second = theExtension({
    key: 'cn-2026-61-extends-again',
    instrument: 'cn-2026-61',
    inForce: between('2026-12-20', '2027-06-10'),
  })
  const later = theNotice({
    key: 'cn-2026-61',
    issuedOn: localDate('2026-12-20'),
    verifiedThrough: localDate('2026-12-20'),
  })
  const late = (changes: readonly Change[]) =>
    judged('law', ...changes)
      .filter(({ rule, key }) => rule === 'E3' && key === second.key)
      .map(({ names }) => names['last'])

  expect(late([...notice(), ...changesOf(later, second)])).toEqual([])
  expect(late(changesOf(later, second))).toEqual(Array(6).fill('2026-11-10'))
})
