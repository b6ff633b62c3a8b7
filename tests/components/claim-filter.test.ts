import { describe, expect, test } from 'vitest'
import { speakerKey } from '@/components/claims/claim-facets'
import { filterClaims } from '@/components/claims/claim-filter'

/** A table of rows that say of themselves what they have, as far as the filter asks. */
function aTable(...rows: readonly { readonly [name: string]: string }[]) {
  const made = rows.map((has) => ({ hidden: false, getAttribute: (name: string) => has[name.slice(5)] ?? null }))
  return { rows: made, table: { querySelectorAll: () => made } as unknown as HTMLTableElement }
}

const { rows, table } = aTable(
  { side: 'media', verdict: 'supported', regime: 'april-4 october-9' },
  { side: 'media', verdict: 'partly', regime: 'april-4' },
  { side: 'us-government', verdict: 'contradicted', regime: '' },
)

describe('the filter of claims', () => {
  test('shows what has one of the chosen values of every filter', () => {
    expect(filterClaims(table, {})).toEqual({ shown: 3, total: 3, culprit: null })
    expect(filterClaims(table, { verdict: ['supported', 'partly'], regime: ['october-9'] })).toMatchObject({ shown: 1 })
    expect(rows.map(({ hidden }) => hidden)).toEqual([false, true, true])
  })

  test('names the filter that emptied the table', () => {
    expect(filterClaims(table, { side: ['media'], verdict: ['contradicted'] })).toEqual({
      shown: 0,
      total: 3,
      culprit: 'side',
    })
    expect(filterClaims(table, { regime: ['us-drone'] }).culprit).toBe('regime')
  })

  test('keeps speakers by names that an address can hold', () => {
    expect(speakerKey('CNBC (digest summary)')).toBe('cnbc-digest-summary')
    expect(speakerKey('Maroš Šefčovič')).toBe('maroš-šefčovič')
  })
})
