import { draftAddress } from '@/components/admin/ui/addresses'
import { SubmitButton } from '@/components/admin/ui/submit-button.client'
import { DO } from '@/lib/contract/edit/form/meta'
import { say } from '@/lib/contract/words/catalogue'

/** The buttons of the form of an entry, and the way out of it. */
export function EntryActions({ draft }: { readonly draft: string }) {
  return (
    <div className="actions">
      <SubmitButton name={DO} value="save">
        {say('forms.act.save')}
      </SubmitButton>
      <SubmitButton name={DO} value="back" main={false}>
        {say('forms.act.back')}
      </SubmitButton>
      <a href={draftAddress(draft)} className="tall-link">
        {say('forms.act.leave')}
      </a>
    </div>
  )
}
