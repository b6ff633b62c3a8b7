import type { ActField } from '@/components/admin/ui/act-state'
import { say } from '@/lib/contract/words/catalogue'
import type { RevisionKind } from '@/lib/ledger/revision'

const KINDS = ['law', 'correction', 'addition', 'wording', 'verification'] as const satisfies readonly RevisionKind[]

/** What every draft says of itself: its title, what kind of change it is, and why. */
export function describeFields(said: {
  readonly title: string
  readonly kind: string
  readonly reason: string
}): readonly ActField[] {
  return [
    {
      as: 'line',
      name: 'title',
      label: say('drafts.fields.title'),
      hint: say('drafts.fields.titleHint'),
      value: said.title,
    },
    {
      as: 'choice',
      name: 'kind',
      label: say('drafts.fields.kind'),
      value: said.kind,
      options: KINDS.map((kind) => ({
        value: kind,
        label: say(`pages.changes.kinds.${kind}`),
        hint: say(`drafts.kinds.${kind}`),
      })),
    },
    {
      as: 'text',
      name: 'reason',
      label: say('drafts.fields.reason'),
      hint: say('drafts.fields.reasonHint'),
      value: said.reason,
    },
  ]
}
