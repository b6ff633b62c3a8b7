import { draftAddress } from '@/components/admin/ui/addresses'
import { formAddress } from '@/components/admin/ui/form-address'

/** Which form of a draft's page it is, and what its page showed: the draft's version, and its fingerprint. */
export type DraftForm = { readonly form: string; readonly version: string; readonly seen: string }

/** Where a form of a draft's page posts to, so that it can be answered whoever is signed in by then. */
export function draftFormAddress(draft: string, { form, version, seen }: DraftForm): string {
  return formAddress(draftAddress(draft), { form, version, seen })
}
