import type { RuleNumber } from '@/lib/ledger/proof'
import { rulesOf } from '@/lib/ledger/proof'
import type { CellAnswer } from '@/lib/ledger/status'

/** Every rule of the specification, in its order. */
export const RULES: readonly RuleNumber[] = [
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'R13',
]

/** The rules that the lines of an answer lean on, in their order. */
export function rulesApplied(answer: CellAnswer): readonly RuleNumber[] {
  const applied = new Set(answer.lines.flatMap((line) => rulesOf(line, answer)))
  return RULES.filter((rule) => applied.has(rule))
}
