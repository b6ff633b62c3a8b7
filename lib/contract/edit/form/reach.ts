import type { Kind } from '@/lib/ledger/change'
import type { Effect } from '@/lib/ledger/record'

const RULES: readonly Effect[] = ['licence', 'prohibit', 'exempt']
const ACTS: readonly Effect[] = ['suspend', 'extend', 'repeal']

/** Which fields of a provision are of use only where it has one of some effects; the others always are. */
const ONLY: { readonly [field: string]: readonly Effect[] } = {
  inPrinciple: ['licence'],
  lastDay: ['licence', 'prohibit', 'exempt', 'suspend', 'extend'],
  lastDayReading: ['licence', 'prohibit', 'exempt', 'suspend', 'extend'],
  targets: ACTS,
  materials: RULES,
  forms: RULES,
  coverage: RULES,
  hsCodes: RULES,
  hsEvidence: RULES,
  endUse: RULES,
  partyList: RULES,
  route: RULES,
  deMinimis: ['licence', 'prohibit'],
}

/** The effects for which a field is shown; `null` where it always is. A field that says something is shown nevertheless. */
export function shownFor(kind: Kind, field: string): readonly Effect[] | null {
  return kind === 'provision' ? (ONLY[field] ?? null) : null
}
