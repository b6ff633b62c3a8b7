const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/
const SYMBOL = /^[A-Z][a-z]?$/

/** A natural key as the record spells it, `null` when no key can be spelled so. `October-9` becomes `october-9`. */
export function recordKey(text: string): string | null {
  const key = text.toLowerCase()
  return KEY.test(key) ? key : null
}

/** As `recordKey`, but one or two letters are an element's symbol: `dy` and `DY` become `Dy`. */
export function materialKey(text: string): string | null {
  const symbol = text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()
  return SYMBOL.test(symbol) ? symbol : recordKey(text)
}

/** The key of a list that a misspelt one most likely meant, `null` when none is near (two slips at most). */
export function nearestKey(misspelt: string, keys: Iterable<string>): string | null {
  const wanted = misspelt.toLowerCase()
  let nearest: string | null = null
  let fewest = Math.min(3, wanted.length)
  for (const key of keys) {
    const count = slips(wanted, key.toLowerCase(), fewest)
    if (count < fewest) {
      nearest = key
      fewest = count
    }
  }
  return nearest
}

/** How many signs must be added, left out or changed to get from one text to the other; gives up at `limit`. */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    if (Math.min(...current) >= limit) return limit
    previous = current
  }
  return previous[b.length] ?? limit
}
