import type { OptionLists } from '@/lib/contract/edit/form/options'
import type { FormProblem } from '@/lib/contract/edit/form/problems'

/** What every field of a form is shown with. */
export type FormView = {
  readonly lists: OptionLists
  /** Whether the lists name all that is on file; of a large record they name a part, and any key may be typed. */
  readonly listsAll: boolean
  readonly problems: readonly FormProblem[]
  /** The list that was asked to grow: it shows more empty rows. */
  readonly more: string | null
}

/** The id of a field in the page: what a problem links to. */
export function fieldId(name: string): string {
  return `f-${name}`
}

/** The first thing that is wrong with a field. */
export function problemWith({ problems }: FormView, name: string): string | undefined {
  return problems.find((problem) => problem.name === name)?.say
}
