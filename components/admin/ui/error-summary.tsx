import { Problems } from '@/components/admin/ui/problems.client'
import { say } from '@/lib/contract/words/catalogue'

/** Something to put right: what to say, and the `id` of the field it is about; `null` when it is about the whole. */
export type FieldProblem = { readonly field: string | null; readonly say: string }

/** What is wrong with a form that is rendered with its problems, counted in its title. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  return (
    <Problems
      id="problems"
      title={say('admin.problems', { count: problems.length })}
      problems={problems}
      prefix=""
      news={problems.map((problem) => problem.say).join('\n')}
    />
  )
}
