import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { say } from '@/lib/contract/words/catalogue'

/** A remark on a draft that changes nothing of where it stands. */
export function SaySomething({ action, address }: { readonly action: Act; readonly address: string }) {
  return (
    <ActForm
      name="comment"
      action={action}
      address={address}
      fields={[
        {
          as: 'text',
          name: 'words',
          label: say('drafts.review.comment'),
          hint: say('drafts.fields.wordsHint'),
          value: '',
        },
      ]}
      problemsTitle={say('drafts.problems')}
      submit={say('drafts.review.commentDo')}
    />
  )
}
