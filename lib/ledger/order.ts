/** The order of two texts by their signs: the same on every machine, and for days and keys the order that is meant. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
