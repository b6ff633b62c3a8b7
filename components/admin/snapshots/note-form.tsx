import { ActForm } from '@/components/admin/ui/act-form.client'
import type { Act } from '@/components/admin/ui/act-state'
import { formAddress } from '@/components/admin/ui/form-address'
import { Section } from '@/components/ui/section'
import { say } from '@/lib/contract/words/catalogue'

/** A title and a text beside a snapshot; what is written last stands first in the form. */
export function NoteForm({
  id,
  save,
  newest,
}: {
  readonly id: string
  readonly save: Act
  readonly newest: { readonly title: string; readonly note: string } | null
}) {
  return (
    <Section id="write" title={say('snapshots.admin.write')}>
      <ActForm
        name="note"
        action={save}
        address={formAddress(`/admin/snapshots/${id}`, { form: 'note' })}
        lead={say('snapshots.admin.lead')}
        fields={[
          { as: 'line', name: 'title', label: say('snapshots.admin.field.title'), value: newest?.title ?? '' },
          { as: 'text', name: 'words', label: say('snapshots.admin.field.note'), value: newest?.note ?? '' },
        ]}
        problemsTitle={say('snapshots.admin.problems')}
        submit={say('snapshots.admin.save')}
        main
      />
    </Section>
  )
}
