/** How a code of the record lies to the one that is asked for; `null` where neither holds the other. */
export type Match = 'same' | 'narrower' | 'broader'

/** A tariff code holds every longer one that begins with it. */
export function matchOfDigits(own: string, asked: string): Match | null {
  if (own === asked) return 'same'
  if (own.startsWith(asked)) return 'narrower'
  return asked.startsWith(own) ? 'broader' : null
}

/** An item holds every longer one that goes on with a dot: `1C905.A` holds `1C905.A.1`, and not `1C905.AB`. */
export function matchOfItem(own: string, asked: string): Match | null {
  const item = own.toUpperCase()
  if (item === asked) return 'same'
  if (item.startsWith(`${asked}.`)) return 'narrower'
  return asked.startsWith(`${item}.`) ? 'broader' : null
}
