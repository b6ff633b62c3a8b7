import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SIDES, VERDICT_WORDS } from '@/lib/contract/words/claims'
import { theRecord } from '@/tests/support/record'

const css = readFileSync(new URL('../../components/styles/claims.css', import.meta.url), 'utf8')

test.each([...VERDICT_WORDS.map((key) => ['verdict', key]), ...SIDES.map((key) => ['side', key])])(
  'without scripts the style sheet shows only claims whose %s is %s',
  (name, key) => {
    expect(css).toContain(
      `.claims-tools:has([value="${name}-${key}"]:checked) ~ .scroll tbody tr:not([data-${name}="${key}"])`,
    )
  },
)

test('every side of the record can be chosen', () => {
  const known: readonly string[] = SIDES
  expect(theRecord().claims.filter(({ speaker }) => !known.includes(speaker.type))).toEqual([])
})
