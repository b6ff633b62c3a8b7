import type { Thing } from './thing'

/** What was worked out of a thing by some key, kept for as long as one check goes on. */
export type Kept<Key, Value> = Map<Thing, Map<Key, Value>>

/** A value that was worked out before, or is now: within one check it depends on the thing and the key alone. */
export function keep<Key, Value>(all: Kept<Key, Value>, thing: Thing, key: Key, work: () => Value): Value {
  const own = all.get(thing) ?? new Map<Key, Value>()
  all.set(thing, own)
  return once(own, key, work)
}

/** The same of what no thing enters. */
export function once<Key, Value>(own: Map<Key, Value>, key: Key, work: () => Value): Value {
  const found = own.get(key) ?? work()
  own.set(key, found)
  return found
}
