import { draftAddress } from '@/components/admin/ui/addresses'
import { say } from '@/lib/contract/words/catalogue'

/** Stands where the consequences will: without JavaScript it is the way to them. */
export function ImpactWaiting({ draft }: { readonly draft: string }) {
  return (
    <p>
      {say('drafts.consequences.waiting')}{' '}
      <a href={`${draftAddress(draft)}/consequences`}>{say('drafts.consequences.alone')}</a>
    </p>
  )
}
