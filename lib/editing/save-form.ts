import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { DraftEntry, Printed } from '@/lib/contract/edit/draft'
import { choicesIn, kindIn, recordIn, sourceIn, versionIn } from '@/lib/contract/edit/form/meta'
import type { Posted } from '@/lib/contract/edit/form/posted'
import { unkeepable } from '@/lib/contract/edit/form/problems'
import type { FormRefusal } from '@/lib/contract/edit/form/save-state'
import { type Result, refused } from '@/lib/ledger/result'
import { openedDraft } from './drafts'
import { putEntries, putEntry } from './entries'

/** Which entry of which draft a form writes. */
export type Written = { readonly draft: string; readonly entry: string }

/**
 * Saves a posted form into its draft, right or wrong. What cannot be kept is told before anything is written.
 *
 * A source that the form brings along is saved first, as an entry of its own: the record that cites it may not come
 * without it, while a source that nobody cites yet is harmless.
 */
export async function saveForm(
  editor: Editor,
  { draft, entry }: Written,
  posted: readonly Posted[],
): Promise<Result<DraftEntry, FormRefusal>> {
  const kind = kindIn(posted)
  if (kind === null) return refused({ why: 'no-entry' })
  const problems = unkeepable(kind, posted)
  if (problems.length > 0) return refused({ why: 'unkeepable', problems })

  const source = sourceIn(posted)
  if (source !== null) {
    const added = await putEntries(editor, draft, [{ ...source, kind: 'source', version: null }])
    if (!added.ok) return added
  }
  const yours = recordIn(kind, posted)
  const printed = await withChosen(editor, { draft, entry }, posted, yours)
  return putEntry(editor, draft, { id: entry, kind, printed, version: versionIn(posted) })
}

/** Saves what is typed so far, by itself. A source that is written along waits until the form is sent: it may still change. */
export async function autosaveForm(
  editor: Editor,
  { draft, entry }: Written,
  posted: readonly Posted[],
): Promise<Result<DraftEntry, FormRefusal>> {
  const fields = posted.filter(([name]) => !name.startsWith('_source') && !name.startsWith('_do'))
  return saveForm(editor, { draft, entry }, fields)
}

/** The record with the other's words where they were chosen; of an entry that moved again, the save will tell. */
async function withChosen(
  editor: Editor,
  { draft, entry }: Written,
  posted: readonly Posted[],
  yours: Printed,
): Promise<Printed> {
  const theirsChosen = Object.entries(choicesIn(posted)).filter(([, side]) => side === 'theirs')
  if (theirsChosen.length === 0) return yours
  const opened = await openedDraft(editor, draft)
  const stored = opened?.entries.find(({ id }) => id === entry)
  if (stored?.does.what !== 'record') return yours
  const theirs = stored.does.printed
  return { ...yours, ...Object.fromEntries(theirsChosen.map(([field]) => [field, theirs[field]])) }
}
