/**
 * Whether two values of the record say the same: texts, numbers, lists and objects, whatever the order of their fields.
 * A field that is missing says nothing, as one that is `undefined`.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at]))
  }
  return fieldsOf(a, b).every((field) => isSame(fieldOf(a, field), fieldOf(b, field)))
}

/** The fields of either object, those of the first in their order before those that only the second has. */
export function fieldsOf(a: object | null, b: object | null): readonly string[] {
  return [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])]
}

/** What stands in a field of an object about which nothing is known; `undefined` where it has no such field. */
export function fieldOf(of: object | null, field: string): unknown {
  return of === null || !Object.hasOwn(of, field) ? undefined : (of as { readonly [name: string]: unknown })[field]
}

/** A list of nothing but texts and numbers: what it holds matters, and each stands in it once. */
export function isListOfWords(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')
}
