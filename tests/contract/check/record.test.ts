import { describe, expect, test } from 'vitest'
import { lineLink } from '@/components/check/line-link'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { typedIn } from '@/lib/contract/check/typed'
import { direct } from '@/lib/contract/direction'
import { sayProblem } from '@/lib/contract/problem-words'
import { besideConclusion, conclusionInWords } from '@/lib/contract/words/check-conclusion'
import { checkProduct } from '@/lib/ledger/check/check'
import { localDate } from '@/lib/ledger/interval'
import { checkForm, checkOffers } from '@/lib/reading/check-form'
import { exhibitOf } from '@/lib/reading/exhibit'
import { lawOf } from '@/lib/reading/opened'
import { pageOf } from '@/lib/reading/page'
import { productIn } from '@/lib/reading/product-in'
import { settled } from '@/lib/reading/settled'
import { theRecord } from '../../support/record'

const record = theRecord()
const law = lawOf(record, null)

function at(address: string): Coordinates {
  const read = readAddress(`1/2026-11-22${address}`.split('/').map(decodeURIComponent))
  if (!read.ok) throw new TypeError(JSON.stringify(read.refusal))
  return read.value
}

const settledAt = (address: string) => addressOf(settled(at(address), law)).replace('/r/1/2026-11-22', '')
const opened = (coordinates: Coordinates) => ({ coordinates, record, law, today: localDate('2026-11-22') })

function problemsAt(address: string) {
  const { view } = settled(at(address), law)
  if (view.name !== 'check') throw new TypeError(address)
  return productIn(view, law).problems
}

describe('names that the record knows are put to their keys', () => {
  test.each([
    ['/check/cell/Dy/metal/named/TDK Corporation', '/party/tdk-corporation/check/cell/Dy/metal'],
    ['/check/cell/Dy/metal/named/TDK', '/party/tdk-corporation/check/cell/Dy/metal/named/TDK'],
    ['/party/tdk-corporation/check/cell/Dy/metal/named/TDK', '/party/tdk-corporation/check/cell/Dy/metal/named/TDK'],
    ['/party/leidos/check/cell/Dy/metal/named/TDK', '/party/leidos/check/cell/Dy/metal'],
    ['/check/cell/Dy/metal/named/萊茵金屬公司', '/party/rheinmetall-ag/check/cell/Dy/metal'],
    ['/check/cell/Dy/metal/named/莱茵金属公司', '/party/rheinmetall-ag/check/cell/Dy/metal'],
    ['/check/cell/Dy/metal/owner-named/LEIDOS Inc/50', '/check/cell/Dy/metal/owner/leidos/50'],
    ['/check/cell/dysprosium/metal', '/check/cell/Dy/metal'],
    ['/check/made-of/magnet/ndfeb/with/Dy/2', '/check/made-of/magnet/ndfeb-no-hree/with/Dy/2'],
    ['/check/made-of/magnet/with/terbium/2', '/check/made-of/magnet/with/Tb/2'],
    [
      '/check/made-of/magnet/with/B/1/with/Dy/2/with/Fe/67/with/Nd/30',
      '/check/made-of/magnet/ndfeb-no-hree/with/B/1/with/Dy/2/with/Fe/67/with/Nd/30',
    ],
    ['/check/made-of/magnet/with/Co/66/with/Sm/34', '/check/made-of/magnet/smco/with/Co/66/with/Sm/34'],
    [
      '/check/made-of/magnet/with/B/1/with/Co/9/with/Fe/60/with/Nd/20/with/Sm/10',
      '/check/made-of/magnet/with/B/1/with/Co/9/with/Fe/60/with/Nd/20/with/Sm/10',
    ],
    ['/check/made-of/alloy/iron/with/Dy/2', '/check/made-of/alloy/with/Dy/2/with/Fe/98'],
    ['/check/cell/Dy/metal/named/Boeing', '/check/cell/Dy/metal/named/Boeing'],
  ])('%s', (address, to) => {
    expect(settledAt(address)).toBe(to)
  })

  test('and a name that nobody has is told, with those that come near', () => {
    const { unfound, typed } = checkForm(opened(settled(at('/check/cell/Dy/metal/named/Boeing'), law)))
    expect(typed).toMatchObject({ party: 'Boeing', material: 'Dy', form: 'metal' })
    expect(unfound).toMatchObject([
      { field: 'party', name: 'Boeing', near: [{ key: 'boeing-defense-space-security' }] },
    ])
    expect(unfound[0]?.near[0]?.instrument?.key).toBe(law.parties.get('boeing-defense-space-security')?.instrument)
  })

  test("and a name that is a party's only without its legal form is told beside that party", async () => {
    const { unfound, without } = checkForm(opened(settled(at('/check/cell/Dy/metal/named/TDK'), law)))
    expect([unfound, without?.name, without?.party.key]).toEqual([[], 'TDK', 'tdk-corporation'])
    const page = await pageOf(opened(settled(at('/check/cell/Dy/metal/named/TDK'), law)))
    expect(exhibitOf(page, localDate('2026-11-21'))?.sentences.at(-1)).toContain('without their legal form')
    expect(checkForm(opened(settled(at('/check/cell/Dy/metal/named/TDK Corporation'), law))).without).toBeNull()
  })

  test('a party stands in the form by its name', () => {
    const { typed } = checkForm(opened(at('/party/tdk-corporation/check/cell/Dy/metal/owner/leidos/50')))
    expect(typed).toMatchObject({ party: 'TDK Corporation', owner: 'Leidos', ownerShare: '50' })
  })
})

describe('what the record does not hold is refused, with the nearest that it does', () => {
  test.each([
    ['/check/cell/Xx/metal', ['unknown-key material']],
    ['/check/cell/Dy/soup', ['unknown-key form']],
    ['/check/cell/Dy/battery', ['form-not-traded form']],
    ['/check/line/cn-2025-18-nothing', ['unknown-key provision']],
    ['/check/line/cn-2024-46-clause-1-us-military', ['unknown-line line']],
    ['/check/made-of/magnet/with/Xx/2', ['unknown-key material']],
    ['/check/cell/Dy/metal/owner/nobody-at-all/50', ['unknown-key party']],
    ['/check/code/850511', []],
    ['/check/made-of/magnet/with/Co/66/with/Sm/34', []],
    ['/check/made-of/assembly/ndfeb/with/Dy/2', []],
    ['/check/made-of/ore/with/Dy/1', []],
    ['/check/made-of/powder/with/Dy/100', ['form-not-of-composition form']],
    ['/check/made-of/powder/ndfeb/with/Dy/2', ['form-not-of-composition form']],
    ['/check/made-of/bulk/ndfeb/with/Dy/2', ['form-not-of-composition form']],
    ['/check/made-of/technology/with/Dy/1', ['form-not-of-composition form']],
    ['/check/made-of/technology/with/W/1', ['form-not-of-composition form']],
    ['/check/made-of/assembly/with/Nd/31', ['form-not-of-composition form']],
    ['/check/made-of/magnet/with/Dy/0', ['nothing-in-it composition']],
    ['/check/made-of/magnet/with/Al/8/with/Fe/90', ['nothing-in-it composition']],
  ])('%s', (address, problems) => {
    expect(
      problemsAt(address).map((problem) => {
        expect(sayProblem(problem)).not.toMatch(/[{}]/)
        const what = 'what' in problem ? problem.what : problem.why
        return `${what} ${'kept' in problem ? problem.kept : 'field' in problem ? problem.field : ''}`
      }),
    ).toEqual(problems)
  })

  test('each line that the form offers can be checked', () => {
    const { offers } = checkForm(opened(at('/check')))
    const keys = offers.lines.flatMap(({ provisions }) => provisions.map(({ key }) => key))
    expect(keys.length).toBeGreaterThan(200)
    for (const provision of keys) expect(problemsAt(`/check/line/${provision}`)).toEqual([])
  })
})

describe('nothing that was typed is lost', () => {
  test('in a form that is refused', () => {
    const texts = {
      material: 'Dy',
      share: '101',
      to: 'EU',
      party: 'ÅSA <b>',
      on: '2025-02-30',
      noParty: 'yes',
      use: 'x',
    }
    const query = new URLSearchParams(texts)
    expect(direct('/check', query).go).toBe('refused')
    expect(typedIn('/check', query)).toMatchObject(texts)
  })

  test('in an address that is refused', () => {
    expect(typedIn('/r/1/2026-02-30/to/US/check/cell/Dy/metal/share/101', new URLSearchParams())).toMatchObject({
      on: '2026-02-30',
      to: 'US',
      material: 'Dy',
      form: 'metal',
      share: '101',
    })
    expect(typedIn('/materials/check', new URLSearchParams())).toBeNull()
    expect(typedIn('/to/US/matrix', new URLSearchParams())).toBeNull()
  })
})

test('a line of no material is neither offered nor taken for a product', () => {
  const key = 'cn-2025-18-1c902-a-1'
  const provisions = record.provisions.map((one) => (one.key === key ? { ...one, materials: [] } : one))
  const without = lawOf({ ...record, provisions }, null)
  const offered = (of: typeof law) =>
    checkOffers(of).lines.flatMap((lines) => lines.provisions.filter((one) => one.key === key))
  expect([offered(law).length, offered(without).length]).toEqual([1, 0])
  const { view } = at(`/check/line/${key}`)
  if (view.name !== 'check') throw new TypeError(key)
  expect(productIn(view, law).problems).toEqual([])
  expect(productIn(view, without).problems).toMatchObject([{ what: 'unknown-line', field: 'line' }])
  expect(lineLink(at('/check'), { key, effect: 'licence', materials: [] })).toBeNull()
})

test('the empty form answers nothing that could leave the site; a checked product does', async () => {
  const recordedOn = localDate('2026-11-21')
  expect(exhibitOf(await pageOf(opened(at('/check'))), recordedOn)).toBeNull()
  expect(exhibitOf(await pageOf(opened(at('/check/cell/Dy/metal'))), recordedOn)?.tables.length).toBeGreaterThan(2)
})

describe('the conclusion says what it supposes and compares', () => {
  function saidAt(address: string): readonly string[] {
    const { view, question } = settled(at(address), law)
    if (view.name !== 'check' || view.product === null) throw new TypeError(address)
    const answer = checkProduct(law, question, view.product)
    return [conclusionInWords(answer, question.on), ...besideConclusion(answer)]
  }
  const ELSE = 'origin/CN/civil-use/no-listed-party/no-listed-owner'

  test('a composition that no rule bites is whole, or nothing is said', () => {
    const [first] = saidAt(`/to/US/check/made-of/magnet/with/B/1/with/Fe/68/with/Nd/31/${ELSE}`)
    expect(first).toMatch(/^Provided that the rare earths .* are the only ones in it, no rule/)
    expect(saidAt(`/to/US/check/cell/La/metal/${ELSE}`)[0]).toMatch(/^No rule/)
    const [licence, ...beside] = saidAt(`/to/US/check/made-of/magnet/ndfeb/with/Dy/2/${ELSE}`)
    expect([licence, beside[0]]).toEqual([
      expect.stringMatching(/needs a licence/),
      expect.stringMatching(/^This supposes that the composition is whole/),
    ])
  })

  test('candidates agree by the words of each, and one candidate is no choice', () => {
    expect(saidAt(`/to/US/check/code/28053019/${ELSE}`).join(' ')).toContain('The candidates differ.')
    const lapsed = saidAt(`/to/US/check/code/1C909/${ELSE}`).join(' ')
    expect(lapsed).toContain('All candidates agree: a suspension has run out, and nobody has verified what followed')
    const single = saidAt(`/to/US/check/code/1C909-a-2-a/${ELSE}`).join(' ')
    expect(single).toContain('One line of this record has this code')
    expect(single).not.toMatch(/lines below|candidates/)
  })
})
