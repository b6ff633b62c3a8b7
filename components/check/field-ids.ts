import type { CheckField } from '@/lib/contract/check/fields'
import type { Problem } from '@/lib/contract/refusal'
import type { Input } from '@/lib/ledger/check/answer'

/** Where a field stands on the page. */
export function idOf(field: CheckField): string {
  return `c-${field}`
}

/** The field in which a missing input is said. */
export function fieldOf(input: Input): CheckField {
  if (input === 'goods') return 'line'
  return input === 'named' ? 'unnamed' : input
}

const KEPT: { readonly [kept: string]: CheckField } = {
  provision: 'line',
  material: 'material',
  form: 'form',
  party: 'party',
}

/** The field beside which a problem is told; `null` for one that has none in the form. */
export function fieldOfProblem(problem: Problem): CheckField | null {
  if (problem.why === 'unknown-key' || problem.why === 'retired') return KEPT[problem.kept] ?? null
  if (problem.why === 'malformed-revision' || problem.why === 'unpublished-revision') return 'rev'
  if (!('field' in problem)) return null
  return SHOWN.find((field) => field === problem.field) ?? null
}

/** The fields that the form shows, in its order: what stands in no other is told over the form. */
const SHOWN: readonly CheckField[] = [
  'line',
  'material',
  'form',
  'composition',
  'code',
  'unnamed',
  'origin',
  'share',
  'technology',
  'from',
  'to',
  'use',
  'on',
  'known',
  'party',
  'noParty',
  'owner',
  'ownerShare',
  'noOwner',
]
