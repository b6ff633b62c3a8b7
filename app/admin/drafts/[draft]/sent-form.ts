import type { DraftActs } from '@/components/admin/draft/draft-view'
import type { Act } from '@/components/admin/ui/act-state'
import { isKind } from '@/lib/contract/edit/form/meta'
import type { Kind } from '@/lib/ledger/change'

/** The act of a form of a draft's page by the form's name; `null` for a name that no form with fields has. */
export function actNamed(acts: DraftActs, form: string): Act | null {
  switch (form) {
    case 'describe':
    case 'comment':
    case 'submit':
    case 'withdraw':
    case 'request':
    case 'approve':
      return acts[form]
    default:
      return settling(acts, form)
  }
}

/** `override-E6-instrument-cn-2025-70` names a rule and the record that it stops at. */
function settling(acts: DraftActs, form: string): Act | null {
  const [act, rule = '', kind = '', ...key] = form.split('-')
  if ((act !== 'confirm' && act !== 'override') || !isKind(kind)) return null
  return acts[act]({ rule, kind: kind as Kind, key: key.join('-') })
}
