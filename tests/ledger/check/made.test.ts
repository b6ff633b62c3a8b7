import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as plain, vi } from 'vitest'
import type { Goods } from '@/lib/ledger/check/product'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import type { Provision } from '@/lib/ledger/record'
import { rank } from '@/lib/ledger/status'
import { theRecord } from '@/tests/support/record'
import { cell, check, magnet, type Said, SETTLED, verdictOf } from './asking'

vi.setConfig({ testTimeout: 120_000 })

const record = theRecord()
const law = openLaw(record, null)
const DAYS = ['2025-10-08', '2025-10-20', '2025-11-08', '2025-12-01', '2026-11-10', '2026-11-23', '2026-11-28']
const exported = { ...SETTLED, origin: 'CN', to: 'US' } as const

function made(form: string, base: string | null, parts: { readonly [material: string]: number }): Goods {
  return { ...magnet(base, parts), form } as Goods
}

const BEFORE = '2025-10-20'
const before = openLaw(record, localDate(BEFORE))
const worded = (goods: Goods, said: Partial<Said> = {}) =>
  check(said.known === BEFORE ? before : law, { ...exported, on: '2026-11-22', ...said, goods }).conclusion.word

describe('parts and assemblies by what they are made of', () => {
  const motor = made('assembly', 'ndfeb-no-hree', { Dy: 2 })
  plain.each([
    ['passed on while limb 1(3) was in force', { from: 'MY', on: '2025-10-20' }, 'licence'],
    ['passed on when the pause has ended', { from: 'MY', on: '2026-11-23' }, 'pause-ended'],
    [
      'made abroad, as known before the pause',
      { from: 'MY', origin: 'MY', share: 5, on: '2025-12-01', known: BEFORE },
      'licence',
    ],
    ['sent out of China: nobody can tell a part from a magnet', { from: 'CN' }, 'cannot-tell'],
  ] as const)('with a dysprosium magnet, %s', (_name, said, word) => {
    expect(worded(motor, said)).toBe(word)
  })

  plain('holding what only targets may be of cannot be told', () => {
    expect(worded(made('assembly', null, { Gd: 1 }), { from: 'MY', on: '2025-10-20' })).toBe('cannot-tell')
  })

  plain('without anything that the limb names are not reached', () => {
    expect(worded(made('assembly', 'ndfeb-no-hree', {}), { from: 'MY', on: '2025-10-20' })).toBe('no-rule')
  })
})

describe('a composition that may be something else by its form is never cleared', () => {
  plain.each([
    ['powder of dysprosium', made('powder', null, { Dy: 100 }), {}],
    ['powder of gadolinium', made('powder', null, { Gd: 100 }), {}],
    ['powder of a magnet', made('powder', 'ndfeb-no-hree', { Dy: 2 }), {}],
    ['powder of samarium-cobalt', made('powder', 'smco', { Dy: 1 }), {}],
    ['knowledge of dysprosium', made('technology', null, { Dy: 1 }), {}],
    ['ore with dysprosium', made('ore', null, { Dy: 50 }), {}],
    ['ore from Malaysia', made('ore', null, { Dy: 1 }), { origin: 'MY', from: 'MY' }],
    ['ore from Viet Nam', made('ore', null, { Nd: 1 }), { origin: 'VN', from: 'VN', to: 'JP' }],
    ['a magnet with a part of samarium-cobalt', made('magnet', null, { smco: 50, Nd: 2 }), {}],
    ['a cathode by its elements', made('compound', null, { La: 1, Li: 4, Fe: 35, P: 20 }), {}],
    ['a magnet of which the rest is not said', magnet(null, { Nd: 31 }), {}],
  ] as const)('%s', (_name, goods, said) => {
    expect(['cannot-tell', 'licence', 'prohibited', 'pause-ended']).toContain(
      worded(goods, { on: '2026-11-28', ...said }),
    )
  })

  plain('what is said not to be in it is not', () => {
    expect(worded(magnet(null, { Nd: 31, Dy: 0, Tb: 0, Ho: 0 }))).toBe('no-rule')
    expect(worded(magnet('ndfeb-no-hree', { Fe: 67, B: 1, Nd: 30 }))).toBe('no-rule')
    expect(worded(magnet('ndfeb-no-hree', { Fe: 65, B: 1, Nd: 30, Dy: 2 }))).toBe('licence')
    expect(worded(magnet('smco', { Sm: 34, Co: 66 }))).toBe('licence')
  })
})

const LISTED = record.materials.filter(({ kind }) => kind === 'element' || kind === 'mineral').map(({ key }) => key)
const FORMS = record.forms.map(({ key }) => key)
const someParts = fc.dictionary(
  fc.constantFrom(...LISTED, 'smco', 'Fe', 'Co', 'B', 'Li', 'C'),
  fc.constantFrom(0, 1, 7),
  {
    minKeys: 1,
    maxKeys: 4,
  },
)
const somewhere = fc.constantFrom(
  { from: 'CN', origin: 'CN' },
  { from: 'MY', origin: 'CN' },
  { from: 'MY', origin: 'MY', share: 5, technology: true },
  { from: 'VN', origin: 'VN' },
)

/** Forms that one and the same stuff is not traded in: a magnet is no oxide; anything that the record has no word for may be. */
function mayBeMeant({ forms }: Provision, form: string, inside: readonly string[], own: readonly string[]): boolean {
  if (forms.includes(form) || forms.includes('any')) return true
  const unknown = own.some((key) => inside.includes(key) && !law.materials.get(key)?.forms.includes(form))
  return (
    unknown && !forms.some((one) => ['assembly', 'tool', 'equipment', 'technology', 'reagent', 'battery'].includes(one))
  )
}

/** What each line makes of its own goods, worked out once for a day and a way. */
const kept = new Map<string, string>()

describe('a firm "no rule" about a composition', () => {
  test.prop(
    [
      fc.constantFrom(null, 'ndfeb-no-hree', 'smco', 'ndfeb-dy-tb'),
      someParts,
      fc.constantFrom(...FORMS),
      somewhere,
      fc.constantFrom(...DAYS),
    ],
    { numRuns: 30 },
  )('stands only where no rule on anything in it could reach it', (base, parts, form, way, on) => {
    const said = { ...SETTLED, to: 'US', ...way, on }
    const { conclusion } = check(law, { ...said, goods: made(form, base, parts) })
    if (conclusion.word !== 'no-rule') return
    const keys = [...Object.keys(parts).filter((key) => (parts[key] ?? 0) > 0), ...(base === null ? [] : [base])]
    const without = Object.keys(parts).filter((key) => parts[key] === 0)
    const inside = keys.flatMap((key) => [key, ...(law.materials.get(key)?.components ?? [])])
    const own = inside.filter((key) => !without.includes(key))
    for (const line of record.provisions) {
      const named = line.materials.filter((key) => own.includes(key) && law.materials.get(key)?.components.length === 0)
      if (named.length === 0 || !mayBeMeant(line, form, own, named)) continue
      const asked = JSON.stringify([line.key, way, on])
      const alone = kept.get(asked) ?? verdictOf(law, { ...said, goods: { by: 'line', provision: line.key } }, line.key)
      kept.set(asked, alone)
      const told = { line: line.key, base, parts, form, way, on, verdict: alone }
      if (isRule(line))
        expect(told, line.key).not.toMatchObject({ verdict: expect.stringMatching(/^(bites|unverified)$/) })
    }
  })

  test.prop([fc.constantFrom(...record.materials), fc.nat(), somewhere, fc.constantFrom(...DAYS)], { numRuns: 60 })(
    'is no firmer than that of the material alone in its form',
    ({ key, forms }, index, way, on) => {
      const form = forms[index % forms.length] ?? ''
      const said = { ...SETTLED, to: 'US', ...way, on }
      const alone = check(law, { ...said, goods: cell(key, form) }).conclusion
      const mixed = check(law, { ...said, goods: made(form, null, { [key]: 7 }) }).conclusion
      expect(rank(mixed.atMost), `${key} ${form}`).toBeGreaterThanOrEqual(rank(alone.atMost))
    },
  )
})

function isRule({ effect, materials }: Provision): boolean {
  return (effect === 'licence' || effect === 'prohibit') && !materials.includes('controlled-items')
}
