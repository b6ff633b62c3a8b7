import { fieldOf, fieldsOf, isListOfWords, isSame } from './equal'

/**
 * One field of a record that two people changed from one base.
 *
 * `same`: they agree. `yours` or `theirs`: only one of them changed it. `both`: each added to a list of words or took
 * from it, and what both did stands together. `conflict`: a person has to choose; `merged` holds yours until then.
 */
export type MergedField = {
  /** The name of the field; `null` where the record as a whole is at stake, because one side took it away. */
  readonly field: string | null
  readonly base: unknown
  readonly theirs: unknown
  readonly yours: unknown
  readonly outcome: 'same' | 'yours' | 'theirs' | 'both' | 'conflict'
  readonly merged: unknown
}

/**
 * Compares two versions of a record with the one that both began from, field by field; `null` stands for no record.
 *
 * Where one side left the record as it was, the outcome is the other side's, exactly.
 */
export function threeWay(base: object | null, theirs: object | null, yours: object | null): readonly MergedField[] {
  if (theirs === null || yours === null) return [mergedField(null, base, theirs, yours)]
  const fields = [...new Set([...fieldsOf(base, theirs), ...fieldsOf(null, yours)])]
  return fields.map((field) => mergedField(field, fieldOf(base, field), fieldOf(theirs, field), fieldOf(yours, field)))
}

/** The record that the merged fields make; `null` when it is taken away. Conflicts hold what `merged` holds. */
export function mergedRecord(fields: readonly MergedField[]): object | null {
  const whole = fields.find(({ field }) => field === null)
  if (whole !== undefined) return whole.merged as object | null
  return Object.fromEntries(
    fields.flatMap(({ field, merged }) => (field === null || merged === undefined ? [] : [[field, merged]])),
  )
}

function mergedField(field: string | null, base: unknown, theirs: unknown, yours: unknown): MergedField {
  const settled = (outcome: MergedField['outcome'], merged: unknown) => ({
    field,
    base,
    theirs,
    yours,
    outcome,
    merged,
  })
  if (isSame(theirs, yours)) return settled('same', yours)
  if (isSame(base, theirs)) return settled('yours', yours)
  if (isSame(base, yours)) return settled('theirs', theirs)
  const together = mergedWords(base, theirs, yours)
  return together === null ? settled('conflict', yours) : settled('both', together)
}

/** Two lists of words that only gained and lost entries, as one: theirs first, then what is yours alone. */
function mergedWords(base: unknown, theirs: unknown, yours: unknown): readonly (string | number)[] | null {
  if (!isListOfWords(base) || !isListOfWords(theirs) || !isListOfWords(yours)) return null
  if (!keepsOrder(base, theirs) || !keepsOrder(base, yours)) return null
  const lost = new Set(base.filter((one) => !yours.includes(one)))
  return [
    ...theirs.filter((one) => !lost.has(one)),
    ...yours.filter((one) => !base.includes(one) && !theirs.includes(one)),
  ]
}

/** Whether what is left of a list stands in the order in which it stood. */
function keepsOrder(base: readonly unknown[], now: readonly unknown[]): boolean {
  const left = now.filter((one) => base.includes(one))
  return isSame(
    left,
    base.filter((one) => now.includes(one)),
  )
}
