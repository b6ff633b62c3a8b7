import 'server-only'
import type { ExhibitTable, ExhibitValue } from '@/lib/contract/exhibit'
import { tableOf } from './tables'

/** A fact by its name; `null` where the record knows none. */
export type ExhibitFact = readonly [name: string, value: ExhibitValue]

/** Names and values, as pages list what a record is. What is not known is left out. */
export function factsTable(title: string, facts: readonly ExhibitFact[]): ExhibitTable {
  const known = facts.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
  return tableOf({ key: 'facts', title }, known, [
    ['name', 'text', ([name]) => name],
    ['value', 'list', ([, value]) => value],
  ])
}
