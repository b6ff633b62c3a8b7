import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const STYLES = 'components/styles'

test('no width of the matrix hangs on the place of its roll-up column, which a grid may lack', () => {
  const rules = readdirSync(STYLES).flatMap((file) => readFileSync(`${STYLES}/${file}`, 'utf8').split('}'))
  const heads = rules.filter((rule) => /\.matrix[^{]*thead[^{]*\{[^}]*width:/.test(rule))
  const placed = heads.filter((rule) => /th:(?:nth-child\(2\)|last-child)/.test(rule.slice(0, rule.lastIndexOf('{'))))
  expect(heads.some((rule) => rule.includes('[data-sum]'))).toBe(true)
  expect(placed).toEqual([])
})
