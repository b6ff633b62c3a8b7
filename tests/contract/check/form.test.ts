import { describe, expect, test } from 'vitest'
import { direct } from '@/lib/contract/direction'
import { sayProblem } from '@/lib/contract/problem-words'
import { statusOf } from '@/lib/contract/refusal'

const ask = (texts: { readonly [field: string]: string }) => direct('/check', new URLSearchParams(texts))
const GOOD = { material: 'Dy', form: 'metal' }

function wrongWith(texts: { readonly [field: string]: string }): readonly string[] {
  const direction = ask(texts)
  if (direction.go !== 'refused') return [`${direction.go} ${'to' in direction ? direction.to : ''}`]
  const { refusal } = direction
  expect(statusOf(refusal)).toBe(400)
  return refusal.problems.map((problem) => {
    expect(sayProblem(problem)).toMatch(/^[^{}]+\.$/)
    return `${'what' in problem ? problem.what : problem.why} ${'field' in problem ? problem.field : ''}`.trim()
  })
}

describe('what is sent by the form leads to the address of the answer:', () => {
  test.each([
    [{ material: 'dy', form: 'Metal' }, '/check/cell/Dy/metal'],
    [{ line: 'cn-2025-18-1c902-a-1', to: 'us' }, '/to/US/check/line/cn-2025-18-1c902-a-1'],
    [{ code: '8505.11' }, '/check/code/850511'],
    [{ code: '8505 11' }, '/check/code/850511'],
    [{ code: '1c902.a.1' }, '/check/code/1c902-a-1'],
    [{ composition: 'NdFeB with 2 % Dy', form: 'magnet' }, '/check/made-of/magnet/ndfeb/with/Dy/2'],
    [
      { composition: 'Tb 0.5; 2%Dy', form: 'magnet', material: 'smco' },
      '/check/made-of/magnet/smco/with/Dy/2/with/Tb/0.5',
    ],
    [
      { composition: 'Nd 30, iron 67, B 1, 镝 2', form: 'magnet' },
      '/check/made-of/magnet/with/B/1/with/Dy/2/with/Fe/67/with/Nd/30',
    ],
    [{ composition: 'NdFeB   with  2   %   of   Dy', form: 'magnet' }, '/check/made-of/magnet/ndfeb/with/Dy/2'],
    [{ composition: '钕铁硼含2%镝', form: 'magnet' }, '/check/made-of/magnet/ndfeb/with/Dy/2'],
    [{ composition: 'NdFeB', form: 'magnet' }, '/check/cell/Nd/magnet'],
    [{ composition: '钕铁硼', form: 'magnet' }, '/check/cell/Nd/magnet'],
    [{ composition: 'smco', form: 'magnet' }, '/check/cell/smco/magnet'],
    [{ composition: 'Dy', form: 'magnet' }, '/check/cell/Dy/magnet'],
    [
      { ...GOOD, share: '0.10 %', origin: 'my', technology: 'no' },
      '/check/cell/Dy/metal/origin/MY/share/0.1/technology/no',
    ],
    [{ ...GOOD, share: '0' }, '/check/cell/Dy/metal/share/0'],
    [{ ...GOOD, technology: 'unknown', use: 'unknown', origin: '' }, '/check/cell/Dy/metal'],
    [
      { ...GOOD, use: 'civil', noParty: 'yes', noOwner: 'yes' },
      '/check/cell/Dy/metal/civil-use/no-listed-party/no-listed-owner',
    ],
    [{ ...GOOD, use: 'military' }, '/use/military/check/cell/Dy/metal'],
    [{ ...GOOD, party: 'BOEING  Co., Ltd.' }, '/check/cell/Dy/metal/named/BOEING%20Co%2C%20Ltd'],
    [{ ...GOOD, party: '三菱重工' }, `/check/cell/Dy/metal/named/${encodeURIComponent('三菱重工')}`],
    [{ ...GOOD, owner: 'Leidos', ownerShare: '49.99' }, '/check/cell/Dy/metal/owner-named/Leidos/49.99'],
    [{ ...GOOD, owner: 'Leidos' }, '/check/cell/Dy/metal/owner-named/Leidos/unknown'],
    [{ ...GOOD, unnamed: 'yes' }, '/check/cell/Dy/metal/none-of-the-named'],
    [{ ...GOOD, rev: '1', on: '2025-12-01' }, '/r/1/2025-12-01/check/cell/Dy/metal'],
  ])('%o', (texts, address) => {
    expect(ask(texts)).toEqual({ go: 'moved', to: address })
  })

  test('a day alone is the empty form of that day', () => {
    expect(ask({ rev: '1', on: '2025-12-01' })).toEqual({ go: 'moved', to: '/r/1/2025-12-01/check' })
  })

  test('a field takes the place of what the address says, and another way of saying the goods of all of them', () => {
    const at = '/to/US/check/cell/Dy/metal/origin/MY'
    const to = (query: string) => direct(at, new URLSearchParams(query))
    expect(to('origin=VN')).toEqual({ go: 'moved', to: '/to/US/check/cell/Dy/metal/origin/VN' })
    expect(to('origin=')).toEqual({ go: 'moved', to: '/to/US/check/cell/Dy/metal' })
    expect(to('code=8505')).toEqual({ go: 'moved', to: '/to/US/check/code/8505/origin/MY' })
    expect(to('to=DE')).toEqual({ go: 'moved', to: '/to/DE/check/cell/Dy/metal/origin/MY' })
  })
})

describe('what cannot be read is told beside its field, and never guessed:', () => {
  test.each([
    [{ line: '' }, ['nothing-said line']],
    [{ form: 'metal' }, ['material-missing material']],
    [{ material: 'Dy' }, ['form-missing form']],
    [{ composition: 'Dy 2' }, ['form-missing form']],
    [{ ...GOOD, code: '8505' }, ['two-ways code']],
    [{ line: 'cn-2025-18-1c902-a-1', form: 'metal' }, ['two-ways form']],
    [{ line: 'cn-2025-18-1c902-a-1', composition: 'Dy 2' }, ['two-ways composition']],
    [{ code: 'hello' }, ['malformed-code code']],
    [{ code: '公告2025年第61号' }, ['announcement code']],
    [{ material: '!!', form: 'metal' }, ['malformed-key material']],
    [{ ...GOOD, share: '101' }, ['over-hundred share']],
    [{ ...GOOD, share: '100.000001' }, ['over-hundred share']],
    [{ ...GOOD, share: '-1' }, ['negative share']],
    [{ ...GOOD, share: '−1 %' }, ['negative share']],
    [{ ...GOOD, share: '0,1' }, ['decimal-comma share']],
    [{ ...GOOD, share: '1e-3' }, ['malformed-number share']],
    [{ ...GOOD, share: '0.0999999999' }, ['too-fine share']],
    [{ composition: 'Dy 60, Tb 41', form: 'magnet' }, ['adds-up-over composition']],
    [{ composition: 'Dy 2, dy 3', form: 'magnet' }, ['named-twice composition']],
    [{ composition: 'Dy -2', form: 'magnet' }, ['negative composition']],
    [{ composition: 'Dy 2,5', form: 'magnet' }, ['decimal-comma composition']],
    [{ composition: 'Nd 30, Fe 67, B 1, Dy 2.5', form: 'magnet' }, ['adds-up-over composition']],
    [{ composition: '镝 60、铽 41', form: 'magnet' }, ['adds-up-over composition']],
    [{ composition: 'Dy 2, 镝 3', form: 'magnet' }, ['named-twice composition']],
    [{ composition: 'NdFeB' }, ['form-missing form']],
    [{ composition: 'Dy 2 Tb 3', form: 'magnet' }, ['malformed-part composition']],
    [{ composition: 'NdFeB, SmCo, Dy 2', form: 'magnet' }, ['two-bases composition']],
    [{ composition: 'NdFeB, Dy 2', material: 'smco', form: 'magnet' }, ['two-bases composition']],
    [{ composition: `${[...'BCFHIKNOPSUVWY'].join(' 1, ')} 1`, form: 'alloy' }, ['too-many-parts composition']],
    [{ composition: `NdFeB with 2${' '.repeat(8000)}% Dy`, form: 'magnet' }, ['long-composition composition']],
    [{ ...GOOD, origin: 'Malaysia' }, ['unknown-country origin']],
    [{ ...GOOD, origin: 'EU' }, ['union-of-countries origin']],
    [{ ...GOOD, to: 'EU' }, ['union-of-countries to']],
    [{ ...GOOD, to: 'ZZ' }, ['unknown-country to']],
    [{ ...GOOD, on: '2025-02-30' }, ['malformed-day on']],
    [{ ...GOOD, technology: 'maybe' }, ['unknown-answer technology']],
    [{ ...GOOD, use: 'peaceful' }, ['unknown-choice use']],
    [{ ...GOOD, party: 'Leidos', noParty: 'yes' }, ['listed-and-none party']],
    [{ ...GOOD, party: '***' }, ['empty-name party']],
    [{ ...GOOD, party: 'x'.repeat(101) }, ['long-name party']],
    [{ ...GOOD, ownerShare: '50' }, ['share-without-owner owner']],
    [{ ...GOOD, owner: 'Leidos', ownerShare: '101' }, ['over-hundred ownerShare']],
    [{ ...GOOD, owner: 'Leidos', noOwner: 'yes' }, ['listed-and-none owner']],
    [
      { share: '101', to: 'EU', on: 'x' },
      ['nothing-said line', 'over-hundred share', 'malformed-day on', 'union-of-countries to'],
    ],
  ])('%o', (texts, problems) => {
    expect(wrongWith(texts)).toEqual(problems)
  })

  test('a field that is sent twice', () => {
    const direction = direct('/check', new URLSearchParams('material=Dy&form=metal&share=1&share=2'))
    expect(direction.go === 'refused' && direction.refusal.problems).toEqual([{ why: 'repeated', field: 'share' }])
  })
})
