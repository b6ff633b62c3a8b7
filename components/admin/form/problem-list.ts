import { fieldId } from '@/components/admin/form/control-props'
import type { FieldProblem } from '@/components/admin/ui/error-summary'
import { sayBroken } from '@/lib/contract/edit/broken'
import type { Printed } from '@/lib/contract/edit/draft'
import { type FormProblem, problemsOfForm } from '@/lib/contract/edit/form/problems'
import type { EntryStanding } from '@/lib/contract/edit/standing'

/** What is wrong with an entry, in the words of its form: its fields first, then the rules that it would break. */
export function problemsOfEntry({ entry, problems, broken }: EntryStanding, printed: Printed): readonly FormProblem[] {
  const ofRules = broken
    .filter(({ open }) => open)
    .map((one) => ({ name: one.field === null ? null : named(one.field), say: sayBroken(one) }))
  return [...problemsOfForm(entry.kind, printed, problems), ...ofRules]
}

/** The problems as the summary lists them, each with a link to its field. */
export function inSummary(problems: readonly FormProblem[]): readonly FieldProblem[] {
  return problems.map(({ name, say }) => ({ field: name === null ? null : fieldId(name), say }))
}

function named(path: string): string {
  return path.replace(/\[(\d+)\]/g, '.$1')
}
