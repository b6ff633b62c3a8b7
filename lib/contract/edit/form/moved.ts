import { byKey } from '../../history/names'
import { valueInWords } from '../../history/value-words'
import type { Printed } from '../draft'
import type { MovedEntry } from '../refusal'
import { saysTheSame } from './blank'
import { WIDGETS } from './kinds'
import { labelOf } from './problems'

/** A field that two wrote differently, in words for both. `side` is what stands unless somebody chooses; `null` asks. */
export type MovedField = {
  readonly field: string
  readonly label: string
  readonly theirs: string
  readonly yours: string
  readonly side: 'theirs' | 'yours' | null
}

/** The fields in which a save differs from what was stored meanwhile. Who alone changed a field has it, unless chosen. */
export function movedFields({ theirs, yours, fields }: MovedEntry): readonly MovedField[] {
  if (theirs === null || theirs.does.what !== 'record' || yours.what !== 'record') return []
  const { kind } = theirs
  const [stored, sent] = [theirs.does.printed, yours.printed]
  const outcomes = new Map(fields.map(({ field, outcome }) => [field, outcome]))
  return Object.keys(WIDGETS[kind])
    .filter((field) => !saysTheSame(stored[field], sent[field]))
    .map((field) => {
      const outcome = outcomes.get(field)
      const side = outcome === 'yours' || outcome === 'theirs' ? outcome : null
      return { field, label: labelOf(kind, field), theirs: told(field, stored), yours: told(field, sent), side }
    })
}

function told(field: string, printed: Printed): string {
  const value = printed[field]
  if (Array.isArray(value))
    return value.map((one) => linesOf(field, one)).join('\n') || valueInWords(field, null, byKey)
  return linesOf(field, value)
}

function linesOf(field: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return valueInWords(field, value, byKey)
  return Object.values(value)
    .filter((one) => one !== null && one !== '')
    .map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
    .join(' · ')
}
