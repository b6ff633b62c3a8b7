import 'server-only'
import type { Editor, Person } from '@/lib/auth/person'
import type { Draft, DraftComment, DraftEntry, DraftException } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import type { Result } from '@/lib/ledger/result'
import type { RevisionKind } from '@/lib/ledger/revision'

export type Described = { readonly title: string; readonly kind: RevisionKind; readonly reason: string }
export type OpenedDraft = {
  readonly draft: Draft
  readonly entries: readonly DraftEntry[]
  readonly comments: readonly DraftComment[]
  readonly exceptions: readonly DraftException[]
}
export type DraftInList = Draft & { readonly entries: number }

export async function openDraft(
  _editor: Editor,
  _said: Described & { readonly id: string },
): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
export async function draftsFor(_person: Person): Promise<readonly DraftInList[]> {
  throw new Error('not yet')
}
export async function openedDraft(_person: Person, _id: string): Promise<OpenedDraft | null> {
  throw new Error('not yet')
}
export async function describeDraft(
  _editor: Editor,
  _id: string,
  _said: Described & { readonly version: number },
): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
export async function abandonDraft(_editor: Editor, _id: string): Promise<Result<Draft, EditRefusal>> {
  throw new Error('not yet')
}
