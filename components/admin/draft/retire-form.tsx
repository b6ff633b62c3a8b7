import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { retireAddress } from '@/components/admin/ui/addresses'
import { formAddress } from '@/components/admin/ui/form-address'
import { say } from '@/lib/contract/words/catalogue'
import type { Kind, Retirement } from '@/lib/ledger/change'

/** The entry that retires a key: `version` is the one whose form is open, `null` for a new one. */
type Retired = { readonly id: string; readonly kind: Kind; readonly key: string; readonly version: number | null }

/** Why nothing stands under a key any more, and what takes its place. It carries all that it needs in its address. */
export function RetireForm({
  draft,
  retired: { id, kind, key, version },
  before,
  others,
  act,
}: {
  readonly draft: string
  readonly retired: Retired
  readonly before: Retirement
  /** The records that may take its place. */
  readonly others: readonly { readonly value: string; readonly label: string }[]
  readonly act: Act
}) {
  return (
    <ActForm
      name="retire"
      action={act}
      address={formAddress(retireAddress(draft, kind, key), {
        entry: id,
        version: version === null ? null : String(version),
      })}
      fields={[
        {
          as: 'text',
          name: 'why',
          label: say('forms.retire.why', { key }),
          hint: say('forms.retire.whyHint'),
          value: before.why,
        },
        {
          as: 'line',
          name: 'replacedBy',
          label: say('forms.retire.by'),
          hint: say('forms.retire.byHint'),
          value: before.replacedBy ?? '',
          suggestions: others,
        },
      ]}
      problemsTitle={say('drafts.problems')}
      submit={say('forms.retire.submit', { key })}
      main
    />
  )
}
