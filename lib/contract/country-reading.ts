import type { Country } from '@/lib/ledger/record'
import { isCountry } from './countries'
import type { Problem } from './refusal'

/** Unions that readers ask for as if they were countries. */
const UNIONS: ReadonlySet<string> = new Set(['EU', 'EEA', 'ASEAN'])

/** A country's code in capitals, or what is wrong with it; a union is not taken for one of its members. */
export function readCountry(name: 'from' | 'to' | 'origin', value: string): Country | Problem {
  const code = value.toUpperCase()
  if (isCountry(code)) return code
  return { why: UNIONS.has(code) ? 'union-of-countries' : 'unknown-country', field: name, value }
}
