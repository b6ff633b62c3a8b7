/** Kleene's three values: `unknown` is neither, and no missing fact is ever taken for "no". */
export type Truth = 'yes' | 'no' | 'unknown'

export function truthOf(condition: boolean): Truth {
  return condition ? 'yes' : 'no'
}

/** Yes when all are, no when one is: an empty list is yes. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no'
  return truths.includes('unknown') ? 'unknown' : 'yes'
}

/** Yes when one is, no when none can be: an empty list is no. */
export function some(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes'
  return truths.includes('unknown') ? 'unknown' : 'no'
}

export function not(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown'
  return truth === 'yes' ? 'no' : 'yes'
}

/** What holds in every possible world: one value where they agree. */
export function agreed(truths: readonly Truth[]): Truth {
  const [first] = truths
  return first !== undefined && truths.every((truth) => truth === first) ? first : 'unknown'
}
