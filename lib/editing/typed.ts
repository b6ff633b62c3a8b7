import type { Printed } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { NewEntry } from '@/lib/db/editing/entries'
import type { Kind, Retirement } from '@/lib/ledger/change'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { isId, textFor, unreadableIn } from './texts'

/** `version: null` for a new entry; `id` is made with the form, so that a form posted twice is one entry. */
type Typed = { readonly id: string; readonly kind: Kind; readonly version: number | null }
export type TypedRecord = Typed & { readonly printed: Printed }
export type TypedRetirement = Typed & { readonly key: string; readonly retirement: Retirement }
export type TypedEntry = TypedRecord | TypedRetirement

/** How many bytes of UTF-8 an entry may have as JSON. */
const MOST_BYTES = 2_000_000

/** How many entries a draft may have. */
export const MOST_ENTRIES = 20_000

/** An entry as it will be kept. What is wrong with its fields is told later; refused is what cannot be kept at all. */
export function entryOf(typed: TypedEntry): Result<NewEntry, EditRefusal> {
  if (!isId(typed.id)) return refused({ why: 'no-entry' })
  return 'printed' in typed ? recordOf(typed) : retirementOf(typed)
}

/** The same for many, all or none. */
export function entriesOf(typed: readonly TypedEntry[]): Result<readonly NewEntry[], EditRefusal> {
  if (typed.length > MOST_ENTRIES) return refused({ why: 'too-many-entries', limit: MOST_ENTRIES })
  const entries: NewEntry[] = []
  for (const one of typed) {
    const entry = entryOf(one)
    if (!entry.ok) return entry
    entries.push(entry.value)
  }
  return ok(entries)
}

function recordOf({ id, kind, printed }: TypedRecord): Result<NewEntry, EditRefusal> {
  const bytes = new TextEncoder().encode(JSON.stringify(printed)).length
  if (bytes > MOST_BYTES) return refused({ why: 'entry-too-large', bytes, limit: MOST_BYTES })
  const unreadable = unreadableIn(printed)
  if (unreadable !== null) return refused({ why: 'text-unreadable', field: unreadable })
  const key = typeof printed['key'] === 'string' ? printed['key'] : ''
  return ok({ id, kind, key, does: { what: 'record', printed } })
}

function retirementOf({ id, kind, key, retirement }: TypedRetirement): Result<NewEntry, EditRefusal> {
  const why = textFor('why', retirement.why)
  if (!why.ok) return why
  const replacedBy = textFor('key', retirement.replacedBy ?? '', 'may-be-empty')
  if (!replacedBy.ok) return replacedBy
  const retired = textFor('key', key)
  if (!retired.ok) return retired
  const said = { why: why.value, replacedBy: replacedBy.value === '' ? null : replacedBy.value }
  return ok({ id, kind, key: retired.value, does: { what: 'retire', retirement: said } })
}
