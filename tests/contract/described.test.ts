import { expect, test } from 'vitest'
import { describedShortly, titleInFull } from '@/lib/contract/described'
import { anExhibit } from '../support/exhibits'

const plain = anExhibit()
const ASKED = 'Exports from China to United States, military end use, to the named party Lockheed Martin Corporation.'
const refined = anExhibit({
  asked: ASKED,
  description: `${'On that day, of 17 rare earths 5 are open. '.repeat(9)}${ASKED}`,
  question: { ...plain.question, known: '2025-11-01', to: 'US', use: 'military', party: 'us-lockheed-martin' },
})

test('the title of another question names it and the known day; that of the plain one is itself', () => {
  expect(titleInFull(plain)).toBe('What is open on 8 November 2025')
  expect(titleInFull(refined)).toBe(`What is open on 8 November 2025, known by 1 November 2025: ${ASKED.slice(0, -1)}`)
  for (const one of [{ from: 'US' }, { to: 'US' }, { use: 'military' as const }, { route: 'assistance' as const }]) {
    expect(titleInFull({ ...plain, question: { ...plain.question, ...one } })).toContain(': Exports from China')
  }
})

test('a description of 200 signs keeps both days, the revision and what is asked', () => {
  const told = describedShortly(refined)
  expect(told.length).toBeLessThanOrEqual(200)
  for (const part of [ASKED, 'Law of 8 November 2025', 'known by 1 November 2025', 'revision 1']) {
    expect(told).toContain(part)
  }
  expect(told.split(ASKED)).toHaveLength(2)
  expect(describedShortly(plain)).toBe('One paragraph. Law of 8 November 2025, revision 1.')
})
