import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import type { ExhibitTable, ExhibitValue } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import type { RecordChange } from '../record-changes'
import { linkOf, tableOf } from './tables'

type Retirement = { readonly why: string; readonly replacedBy: { readonly key: string; readonly name: string } | null }
type Compared = { readonly number: number; readonly against: number } | null
type Row = {
  readonly change: RecordChange
  readonly head: string
  readonly name: ExhibitValue
  readonly why: ExhibitValue
}

/** One record that differs, with why it was taken out where it was. */
export function changedRow(
  at: Coordinates,
  change: RecordChange,
  retirement: Retirement | null,
  compared: Compared,
): Row {
  const { what, kind, key, name } = change
  const named = say(`address.kept.${kind}`)
  return {
    change,
    head:
      compared === null
        ? say(`history.what.${what}`, { kind: named })
        : say(`history.compared.${what}`, { kind: named, ...compared }),
    name: linkOf(at, name, { name: 'history', kind, key }),
    why: what === 'withdrawn' && (compared === null || retirement !== null) ? whyGone(at, change, retirement) : null,
  }
}

/** Why nothing stands under a key any more, and what took its place. */
export function whyGone(at: Coordinates, { kind }: RecordChange, retirement: Retirement | null): ExhibitValue {
  if (retirement === null) return say('history.gone.silently')
  const { why, replacedBy } = retirement
  const told = say('history.gone.why', { why })
  if (replacedBy === null) return told
  return [
    told,
    say('history.gone.replaced'),
    linkOf(at, replacedBy.name, { name: 'history', kind, key: replacedBy.key }),
  ]
}

/** Records that differ, field by field in sentences. */
export function recordsTable(title: string, rows: readonly Row[]): ExhibitTable {
  return tableOf({ key: 'records', title }, rows, [
    ['what', 'text', ({ head }) => head],
    ['name', 'link', ({ name }) => name],
    ['key', 'text', ({ change }) => change.key],
    ['sentences', 'list', ({ change }) => [...change.sentences]],
    ['why', 'list', ({ why }) => why],
  ])
}
