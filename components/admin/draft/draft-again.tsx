import { describeFields } from '@/components/admin/draft/describe-fields'
import { type DraftForm, draftFormAddress } from '@/components/admin/draft/draft-form-address'
import { settleFields } from '@/components/admin/draft/rule-list'
import { wordsField } from '@/components/admin/review/review-steps'
import { AdminMain } from '@/components/admin/shell/admin-main'
import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act, ActField } from '@/components/admin/ui/act-state'
import { say } from '@/lib/contract/words/catalogue'

/** The answer to who sent a form of a draft's page when the session had ended: that form alone, and nothing of the draft. */
export function DraftAgain({
  draft,
  sent,
  act,
}: {
  readonly draft: string
  readonly sent: DraftForm
  readonly act: Act
}) {
  return (
    <AdminMain title={say('admin.again.title')}>
      <ActForm
        name={sent.form}
        action={act}
        address={draftFormAddress(draft, sent)}
        fields={fieldsOf(sent.form)}
        problemsTitle={say('drafts.problems')}
        submit={say('admin.again.submit')}
        main
      />
    </AdminMain>
  )
}

function fieldsOf(form: string): readonly ActField[] {
  if (form === 'describe') return describeFields({ title: '', kind: '', reason: '' })
  if (form.startsWith('confirm-') || form.startsWith('override-')) return settleFields(form.startsWith('confirm-'))
  return [wordsField('words')]
}
