import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import type { Finding } from '@/lib/ledger/check/answer'
import type { Goods } from '@/lib/ledger/check/product'
import { openLaw } from '@/lib/ledger/law'
import type { Route } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import { rank } from '@/lib/ledger/status'
import { theRecord } from '@/tests/support/record'
import { cell, check, line, magnet, questionOf, type Said } from './asking'

vi.setConfig({ testTimeout: 120_000 })

const record = theRecord()
const law = openLaw(record, null)
const DAYS =
  '2024-12-02 2024-12-03 2025-04-04 2025-10-08 2025-10-09 2025-11-06 2025-11-07 2025-12-01 2026-01-05 2026-01-06 2026-06-22 2026-11-10 2026-11-11 2026-11-28'.split(
    ' ',
  )
const CELLS = record.materials.flatMap((material) => material.forms.map((form) => [material, form] as const))
const LINES = record.provisions.filter(
  ({ effect, materials }) => (effect === 'licence' || effect === 'prohibit') && !materials.includes('controlled-items'),
)
const PARTIES = record.parties.map(({ key }) => key)

/** Facts that leave one route alone to a cell: Singapore has no rules here. */
const WAYS: readonly (readonly [Route, Partial<Said>])[] = [
  ['export', { from: 'CN', origin: 'CN' }],
  ['re-export', { from: 'SG', origin: 'CN' }],
  ['foreign-made', { from: 'SG', origin: 'SG', share: 50, technology: true }],
]

const aSituation = fc.record({
  to: fc.constantFrom('DE', 'US', 'JP', 'CN'),
  use: fc.constantFrom('civil' as const, 'military' as const),
  party: fc.oneof(fc.constant('none'), fc.constantFrom(...PARTIES)),
  on: fc.constantFrom(...DAYS),
})

/** Cells whose name leaves open what a line asks: a neodymium magnet may hold Dy; one technology stands on two lists. */
function isOpen(material: (typeof record.materials)[number], form: string): boolean {
  return (
    material.kind === 'technology' || form === 'technology' || (form === 'magnet' && /^(Nd|Pr)$/.test(material.key))
  )
}

/** The share is too small for one limb; whether the other limb names the goods depends on what they are. */
const LIMB_OF_OPEN_GOODS = {
  goods: { by: 'line', provision: 'cn-2025-61-2-military-re-export-magnets' },
  on: '2026-01-05',
  from: 'MY',
  origin: 'MY',
  to: 'DE',
  use: 'civil',
  party: 'acsl-ltd',
  owner: { party: 'raytheon-missiles-defense', percent: 50 },
  share: 0,
  technology: true,
} as const satisfies Said

describe('the check and the resolver', () => {
  test.prop([fc.constantFrom(...CELLS), fc.constantFrom(...WAYS), aSituation], { numRuns: 120 })(
    'agree on a cell of which every fact is known',
    ([material, form], [route, way], situation) => {
      const said: Said = { goods: cell(material.key, form), owner: 'none', ...way, ...situation }
      const own = resolveCell(law, { ...questionOf(said), route, from: 'CN' }, material.key, form)
      const highest = own.status === 'pause-ended' ? own.resumes : own.status
      const { conclusion, findings } = check(law, said)
      const { atLeast, byText, atMost } = conclusion
      if (isOpen(material, form)) {
        expect(rank(atMost)).toBeGreaterThanOrEqual(rank(highest as typeof atMost))
        return
      }
      expect({ atMost, said }).toEqual({ atMost: highest, said })
      expect(rank(byText)).toBeLessThanOrEqual(rank(atMost))
      expect(rank(atLeast)).toBeLessThanOrEqual(rank(own.floor))
      const whole = own.lines.every(({ coverage, provision }) => coverage === 'whole' && provision.coverage === 'whole')
      if (whole || !findings.some(({ verdict }) => verdict === 'cannot-tell')) {
        expect({ byText, atLeast, said }).toEqual({ byText: highest, atLeast: own.floor, said })
        const isRule = rank(byText) >= rank('licence')
        const word = own.status === 'pause-ended' ? 'pause-ended' : isRule ? byText : 'no-rule'
        expect(conclusion.word).toBe(word)
      }
    },
  )
})

const goods: fc.Arbitrary<Goods> = fc.oneof(
  fc.constantFrom(...LINES).map(({ key }) => line(key)),
  fc.constantFrom(...CELLS).map(([{ key }, form]) => cell(key, form, true)),
  fc
    .record({ Dy: fc.constantFrom(0, 2), Tb: fc.constantFrom(0, 1), Ho: fc.constantFrom(0, 1) })
    .map((parts) => magnet('ndfeb-no-hree', parts)),
)

const everything = fc.record({
  goods,
  on: fc.constantFrom(...DAYS),
  from: fc.constantFrom('CN', 'MY'),
  origin: fc.constantFrom('CN', 'MY'),
  to: fc.constantFrom('DE', 'US', 'JP', 'CN'),
  use: fc.constantFrom('civil' as const, 'military' as const),
  party: fc.oneof(fc.constant('none'), fc.constantFrom(...PARTIES)),
  owner: fc.oneof(
    fc.constant('none' as const),
    fc.record({ party: fc.constantFrom(...PARTIES), percent: fc.constantFrom(49.99, 50) }),
  ),
  share: fc.constantFrom(0, 0.09, 0.1, 50),
  technology: fc.boolean(),
})

const FIELDS = ['origin', 'to', 'use', 'party', 'owner', 'share', 'technology', 'goods'] as const

/** The same facts with some of them unsaid. Who is named has a seat (R2), so a destination is unsaid of nobody's goods alone. */
function without(said: Said, unsaid: readonly (typeof FIELDS)[number][]): Said {
  const kept: Record<string, unknown> = { ...said }
  for (const field of unsaid) {
    if (field === 'goods') kept['goods'] = vaguer(said.goods)
    else if (field !== 'to' || said.party === 'none' || unsaid.includes('party')) kept[field] = null
  }
  return kept as Said
}

function vaguer(said: Goods): Goods {
  if (said.by === 'cell') return { ...said, unnamed: false }
  const own = said.by === 'line' ? record.provisions.find(({ key }) => key === said.provision) : undefined
  const code = own?.hsCodes[0]
  return code === undefined ? said : { by: 'code', code: code.slice(0, 6) }
}

describe('what becomes known', () => {
  test.prop([everything, fc.subarray([...FIELDS])], { numRuns: 40 })(
    'never takes back what was certain, and never goes past what was possible',
    (said, unsaid) => {
      const before = check(law, without(said, unsaid))
      const after = check(law, said)
      for (const bound of ['atLeast', 'byText'] as const) {
        expect(rank(after.conclusion[bound])).toBeGreaterThanOrEqual(rank(before.conclusion[bound]))
      }
      expect(rank(after.conclusion.atMost)).toBeLessThanOrEqual(rank(before.conclusion.atMost))
      const settled = new Map(after.findings.map((finding) => [finding.provision.key, finding]))
      for (const { provision, verdict, tests } of before.findings) {
        const now = settled.get(provision.key)
        if (verdict === 'cannot-tell') continue
        if (verdict === 'does-not-reach') expect(['does-not-reach', undefined]).toContain(now?.verdict)
        else expect([provision.key, now?.verdict]).toEqual([provision.key, verdict])
        for (const { test: name, truth } of tests) {
          const found = now?.tests.find((one) => one.test === name)?.truth
          if (truth !== 'unknown' && found !== undefined)
            expect([provision.key, name, found]).toEqual([provision.key, name, truth])
        }
      }
    },
  )

  test.prop([everything, fc.subarray([...FIELDS])], { numRuns: 40, examples: [[LIMB_OF_OPEN_GOODS, []]] })(
    'is asked for: where nothing is missing, nothing could change the conclusion',
    (said, unsaid) => {
      const { conclusion, findings, missing, unidentified } = check(law, without(said, unsaid))
      const open = findings.filter(
        ({ verdict, gives }) => verdict === 'cannot-tell' && rank(gives) > rank(conclusion.byText),
      )
      if (rank(conclusion.atMost) > rank(conclusion.byText) && !unidentified) expect(open).not.toEqual([])
      expect(open.filter((one) => one.missing.length === 0 && !isUndecidable(one)).map(keyOf)).toEqual([])
      expect(open.filter((one) => one.missing.some((input) => !missing.includes(input))).map(keyOf)).toEqual([])
      if (conclusion.word === 'no-rule') expect(rank(conclusion.atMost)).toBeLessThan(rank('licence'))
    },
  )
})

/** What no field decides: what an exporter knows, and help that a country's people give from anywhere. */
function isUndecidable({ provision, tests }: Finding): boolean {
  const unknown = tests.filter(({ truth }) => truth === 'unknown')
  return unknown.every(
    ({ test: name }) => name === 'knowledge' || (name === 'route' && provision.route === 'assistance'),
  )
}

function keyOf({ provision }: Finding): string {
  return provision.key
}
