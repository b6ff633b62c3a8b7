import { expect, test } from 'vitest'
import { kept } from '@/lib/db/client'
import { paletteAnswer } from '@/lib/reading/palette'
import { searchPage } from '@/lib/reading/search-page'
import { holdsHistoryInParts } from '../support/in-parts'
import { readNothing } from '../support/read-nothing'

holdsHistoryInParts()

const SOUGHT = [
  ...['dysprosium', 'Y', 'ga', 'No. 61 of 2025', '28053019', '#', 'mofcom', 'dysprosum', '镝', '钐钴', 'magnets', 'US'],
  ...['cn-2025-18', 'cerium oxide', 'busan', 'Raytheon', 'licence', 'nothing is called so', '稀土'],
]

test('a search finds in a record that is only told of in parts what it finds in the whole', async () => {
  const told = async () => {
    const found = []
    for (const q of SOUGHT) found.push([await searchPage(q), await paletteAnswer(q, 'zh')] as const)
    return found
  }
  const whole = await told()
  process.env['HOLD_WHOLE_UP_TO'] = '0'
  process.env['READ_WHOLE_UP_TO'] = '0'
  readNothing()
  const part = await told()
  expect(kept().ledgers.size).toBe(0)
  expect(whole.filter(([page]) => page.groups.length > 0).length).toBeGreaterThan(SOUGHT.length / 2)
  for (const [at, [page, palette]] of part.entries()) {
    expect(page, SOUGHT[at]).toEqual({ ...whole[at]?.[0], unprinted: null })
    expect(palette, SOUGHT[at]).toEqual(whole[at]?.[1])
  }
})
