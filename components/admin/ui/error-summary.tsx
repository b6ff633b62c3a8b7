import { FocusOnArrival } from '@/components/admin/ui/focus-on-arrival.client'
import { say } from '@/lib/contract/words/catalogue'

/** Something to put right: what to say, and the `id` of the field it is about; `null` when it is about the whole. */
export type FieldProblem = { readonly field: string | null; readonly say: string }

/**
 * What is wrong with a form, before its fields, each a link to its field. It takes the focus when it appears, so that a
 * screen reader reads it and the keyboard starts from it. Nothing is shown when nothing is wrong.
 */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" id="problems" tabIndex={-1} aria-labelledby="problems-title">
      <FocusOnArrival target="problems" news={problems.map((problem) => problem.say).join('\n')} />
      <h2 id="problems-title">{say('admin.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field ?? ''} ${problem.say}`}>
            {problem.field === null ? problem.say : <a href={`#${problem.field}`}>{problem.say}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
