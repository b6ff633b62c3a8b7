import 'server-only'
import type { Editor } from '@/lib/auth/person'
import type { DraftException } from '@/lib/contract/edit/draft'
import type { EditRefusal } from '@/lib/contract/edit/refusal'
import { putException } from '@/lib/db/editing/review'
import type { Kind } from '@/lib/ledger/change'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { caseOf } from './case'
import { changing, logOn, NOT_ENDED } from './held'
import { judge, settles, toldBy } from './judge'
import { textFor } from './texts'

/** A rule as one record of a draft breaks it, and why that is meant. */
export type RuleOfOne = {
  readonly draft: string
  readonly rule: string
  readonly kind: Kind
  readonly key: string
  readonly reason: string
}

type How = {
  readonly act: DraftException['act']
  readonly needs: 'editor' | 'reviewer'
  readonly reason: 'needed' | 'may-be-empty'
}

/** The rule is set aside for what it says now. Where it comes to say something else, it is open again. */
export async function setAside(
  editor: Editor,
  { draft, rule, kind, key, reason }: RuleOfOne,
  how: How,
): Promise<Result<DraftException, EditRefusal>> {
  const said = textFor('reason', reason, how.reason)
  if (!said.ok) return said
  return changing(editor, draft, { states: NOT_ENDED, needs: how.needs }, async (held) => {
    const { transaction, person, at } = held
    const judged = judge(await caseOf(transaction, held.draft, at))
    const meant = judged.broken.find((one) => one.rule === rule && one.kind === kind && one.key === key)
    if (meant === undefined || !settles(meant, how.act)) return refused({ why: 'rule-holds' })
    const told = toldBy(judged, meant)
    const made = { rule, kind, key, act: how.act, reason: said.value }
    await putException(transaction, { ...made, draft: held.draft.id, person, at, told })
    await logOn(held, `rule-${how.act}`, { rule, kind, key })
    return ok({ ...made, by: { id: editor.id, name: editor.name }, at: at.toISOString() })
  })
}
