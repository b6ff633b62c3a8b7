import type { Retirement } from '@/lib/ledger/change'
import { ok, type Result, refused } from '@/lib/ledger/result'
import { say } from '../words/catalogue'
import type { ActProblem } from './act-problem'
import { LONGEST_TEXT } from './form/problems'

/** Reads why a key is retired, and what takes its place. @param isOnFile whether a key of the same kind stands. */
export function readRetirement(
  key: string,
  form: FormData,
  isOnFile: (key: string) => boolean,
): Result<Retirement, readonly ActProblem[]> {
  const why = textOf(form, 'why')
  const replacedBy = textOf(form, 'replacedBy') || null
  const wrong = (field: 'why' | 'replacedBy', sentence: string): ActProblem => ({ field, say: sentence })
  const problems = [
    ...(why === '' ? [wrong('why', say('forms.problem.empty', { label: say('forms.retire.why', { key }) }))] : []),
    ...(why.length > LONGEST_TEXT
      ? [wrong('why', say('forms.problem.long', { length: why.length, most: LONGEST_TEXT }))]
      : []),
    ...(replacedBy === key ? [wrong('replacedBy', say('forms.retire.self'))] : []),
    ...(replacedBy !== null && replacedBy !== key && !isOnFile(replacedBy)
      ? [wrong('replacedBy', say('forms.retire.unknown', { key: replacedBy }))]
      : []),
  ]
  return problems.length > 0 ? refused(problems) : ok({ why, replacedBy })
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
