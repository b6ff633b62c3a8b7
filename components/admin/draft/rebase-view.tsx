import type { ReactNode } from 'react'
import { RebaseEntry } from '@/components/admin/draft/rebase-entry'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { draftAddress } from '@/components/admin/ui/addresses'
import { formAddress } from '@/components/admin/ui/form-address'
import type { Comparison } from '@/lib/contract/edit/comparison'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'

/** A draft beside the record as it is now, field by field; what only one side changed is settled already. */
export function RebaseView({
  draft,
  comparison,
  nameOf,
  rebase,
}: {
  readonly draft: string
  readonly comparison: Comparison
  readonly nameOf: NameOf
  readonly rebase: Act
}) {
  const { base, head, moved, untouched } = comparison
  return (
    <>
      <p className="lede">{say('drafts.rebase.lead', { base, head })}</p>
      <p>{moved.length === 0 ? say('drafts.rebase.none') : say('drafts.rebase.untouched', { count: untouched })}</p>
      <RebaseForm draft={draft} head={head} rebase={rebase}>
        {moved.map((entry) => (
          <RebaseEntry key={entry.entry} compared={entry} comparison={comparison} nameOf={nameOf} />
        ))}
      </RebaseForm>
    </>
  )
}

/** The answer to who chose between the sides when the session had ended: it carries the choices, and shows no draft. */
export function RebaseAgain(form: Rebasing) {
  return (
    <AdminMain title={say('admin.again.title')}>
      <RebaseForm {...form} />
    </AdminMain>
  )
}

type Rebasing = { readonly draft: string; readonly head: number; readonly rebase: Act }

function RebaseForm({ draft, head, rebase, children }: Rebasing & { readonly children?: ReactNode }) {
  return (
    <ActForm
      name="rebase"
      action={rebase}
      address={formAddress(`${draftAddress(draft)}/rebase`, { head: String(head) })}
      problemsTitle={say('drafts.problems')}
      submit={say('drafts.rebase.submit')}
      main
    >
      {children}
    </ActForm>
  )
}
