import type { DraftEntry } from '@/lib/contract/edit/draft'
import type { EntryProblem } from '@/lib/contract/edit/standing'
import { printedChange } from '@/lib/contract/record/file-format'
import { problemsOfKey, readOne } from '@/lib/contract/record/shape'
import { say } from '@/lib/contract/words/catalogue'
import { type Change, LIST_OF } from '@/lib/ledger/change'
import { isSame } from '@/lib/ledger/equal'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { standingUnder } from './whole'

/** What an entry would change, or what is wrong with it by itself; neither where it says what stands already. */
export type EntryChange = { readonly problems: readonly EntryProblem[]; readonly change: Change | null }

/** Reads an entry, on the record that it was written against. */
export function changeOf(
  { kind, key, does }: Pick<DraftEntry, 'kind' | 'key' | 'does'>,
  before: WholeRecord,
): EntryChange {
  if (does.what === 'record') return changeTo(kind, does.printed, before)
  const blame = (what: string) => ({ problems: [{ field: null, what }], change: null })
  if (standingUnder(before, kind, key) === null) return blame(say('editing.entry.nothingToRetire'))
  if (does.retirement.replacedBy === key) return blame(say('editing.entry.replacedByItself'))
  return { problems: [], change: { kind, key, record: null, retirement: does.retirement } as Change }
}

function changeTo(
  kind: Change['kind'],
  printed: { readonly [field: string]: unknown },
  before: WholeRecord,
): EntryChange {
  const key = printed['key']
  if (typeof key !== 'string' || key === '') {
    return { problems: [{ field: 'key', what: say('editing.entry.noKey') }], change: null }
  }
  const ofKey = problemsOfKey(LIST_OF[kind], key).map((what) => ({ field: 'key', what }))
  const read = readOne(LIST_OF[kind], printed)
  if (!read.ok) return { problems: [...ofKey, ...read.refusal], change: null }
  if (ofKey.length > 0) return { problems: ofKey, change: null }
  const change = { kind, key, record: read.value } as Change
  return { problems: [], change: saysTheSame(change, before) ? null : change }
}

/** Compared as the files print them: what is written to the record is what is hashed. */
function saysTheSame(change: Change, before: WholeRecord): boolean {
  const stands = standingUnder(before, change.kind, change.key)
  const there = { ...change, record: stands } as Change
  return stands !== null && isSame(printedChange(there).record, printedChange(change).record)
}
