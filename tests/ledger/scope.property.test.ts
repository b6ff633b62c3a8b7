import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { openLaw } from '@/lib/ledger/law'
import { materialsInScope, type PageOfScope, pageOfScope, ROWS_ON_A_PAGE } from '@/lib/ledger/scope'
import { timesAsLarge } from '../support/larger'
import { theRecord } from '../support/record'

const record = theRecord()
const laws = [1, 2, 3].map((times) => openLaw(timesAsLarge(record, times), null))

const aLaw = fc.constantFrom(...laws)
const aScope = fc.constantFrom('rare-earths' as const, 'all' as const)

test('the whole real record fits on one page', () => {
  const [law] = laws
  if (law === undefined) throw new Error('no law')
  expect(pageOfScope(law, 'all', null)).toEqual({ materials: materialsInScope(law, 'all'), previous: null, next: null })
})

test.prop([aLaw, aScope], { numRuns: 12 })('pages hold every material of a scope once, in its order', (law, scope) => {
  const pages: PageOfScope[] = [pageOfScope(law, scope, null)]
  for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
    pages.push(pageOfScope(law, scope, next))

  expect(pages.flatMap(({ materials }) => materials)).toEqual(materialsInScope(law, scope))
  expect(pages.slice(0, -1).every(({ materials }) => materials.length === ROWS_ON_A_PAGE)).toBe(true)
  const back = pages.slice(1).map(({ previous }) => pageOfScope(law, scope, previous?.after ?? null))
  expect(back).toEqual(pages.slice(0, -1))
})

test.prop([aLaw, aScope, fc.nat()], { numRuns: 20 })('after any material, the way back loses none', (law, scope, n) => {
  const all = materialsInScope(law, scope)
  const at = n % all.length
  const page = pageOfScope(law, scope, all[at]?.key ?? null)

  expect(page.materials).toEqual(all.slice(at + 1, at + 1 + ROWS_ON_A_PAGE))
  const before = pageOfScope(law, scope, page.previous?.after ?? null).materials.map(({ key }) => key)
  expect(before).toContain(all[at]?.key)
})

test('a material that the scope does not hold has no page after it', () => {
  const [law] = laws
  if (law === undefined) throw new Error('no law')
  expect(() => pageOfScope(law, 'rare-earths', 'smco')).toThrow('not in this scope')
})
