import { RebaseEntry } from '@/components/admin/draft/rebase-entry'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import type { Comparison } from '@/lib/contract/edit/comparison'
import type { NameOf } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'

/** A draft beside the record as it is now, field by field; what only one side changed is settled already. */
export function RebaseView({
  comparison,
  nameOf,
  rebase,
}: {
  readonly comparison: Comparison
  readonly nameOf: NameOf
  readonly rebase: Act
}) {
  const { base, head, moved, untouched } = comparison
  return (
    <>
      <p className="lede">{say('drafts.rebase.lead', { base, head })}</p>
      <p>{moved.length === 0 ? say('drafts.rebase.none') : say('drafts.rebase.untouched', { count: untouched })}</p>
      <ActForm
        name="rebase"
        action={rebase}
        problemsTitle={say('drafts.problems')}
        submit={say('drafts.rebase.submit')}
        main
      >
        {moved.map((entry) => (
          <RebaseEntry key={entry.entry} compared={entry} comparison={comparison} nameOf={nameOf} />
        ))}
      </ActForm>
    </>
  )
}
