/** Work that is done once for each key, and remembered. */
export function once<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as Value
    const value = work(key)
    known.set(key, value)
    return value
  }
}
