import { describe, expect, test } from 'vitest'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { typedIn } from '@/lib/contract/check/typed'
import { direct } from '@/lib/contract/direction'
import { sayProblem } from '@/lib/contract/problem-words'
import { localDate } from '@/lib/ledger/interval'
import { checkForm } from '@/lib/reading/check-form'
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
    ['/check/cell/Dy/metal/named/TDK', '/party/tdk-corporation/check/cell/Dy/metal'],
    ['/check/cell/Dy/metal/named/莱茵金属公司', '/party/rheinmetall-ag/check/cell/Dy/metal'],
    ['/check/cell/Dy/metal/owner-named/LEIDOS Inc/50', '/check/cell/Dy/metal/owner/leidos/50'],
    ['/check/cell/dysprosium/metal', '/check/cell/Dy/metal'],
    ['/check/made-of/magnet/ndfeb/with/Dy/2', '/check/made-of/magnet/ndfeb-no-hree/with/Dy/2'],
    ['/check/made-of/magnet/with/terbium/2', '/check/made-of/magnet/with/Tb/2'],
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

test('the empty form answers nothing that could leave the site; a checked product does', async () => {
  const recordedOn = localDate('2026-11-21')
  expect(exhibitOf(await pageOf(opened(at('/check'))), recordedOn)).toBeNull()
  expect(exhibitOf(await pageOf(opened(at('/check/cell/Dy/metal'))), recordedOn)?.tables.length).toBeGreaterThan(2)
})
