type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/** One place where two JSON values differ: `cells.Dy/metal.status`, and what stands there; `undefined` where nothing does. */
export type JsonDifference = {
  readonly at: string
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/** Where two JSON values differ, in the order of the first. Lists are compared by what names their members, if anything does. */
export function jsonDifferences(before: Json | undefined, after: Json | undefined, at = ''): readonly JsonDifference[] {
  if (!isNested(before) || !isNested(after) || Array.isArray(before) !== Array.isArray(after)) {
    return before === after ? [] : [{ at, before, after }]
  }
  const [one, other] = [membersOf(before), membersOf(after)]
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys].flatMap((key) => jsonDifferences(one.get(key), other.get(key), at === '' ? key : `${at}.${key}`))
}

function isNested(value: Json | undefined): value is readonly Json[] | { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null
}

function membersOf(value: readonly Json[] | { readonly [key: string]: Json }): ReadonlyMap<string, Json> {
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const named = value.map(nameOf)
  const unique = new Set(named).size === value.length
  return new Map(value.map((member, index) => [(unique ? named[index] : null) ?? String(index), member]))
}

/** A cell is named by its material and form; rows, columns and tables by their key. */
function nameOf(member: Json, index: number): string {
  if (!isNested(member) || Array.isArray(member)) return String(index)
  const { key, material, form } = member as { readonly [key: string]: Json }
  if (typeof material === 'string' && typeof form === 'string') return `${material}/${form}`
  return typeof key === 'string' ? key : String(index)
}
