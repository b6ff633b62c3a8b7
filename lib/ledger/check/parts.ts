import type { Law } from '../law'
import type { Goods } from './product'

type Composition = Goods & { readonly by: 'composition' }

/** What the parts of a composition say is in it, may be in it, and is not in it. */
export type Parts = {
  /** Materials of the record that are in it, and what they are made of. */
  readonly inside: ReadonlySet<string>
  /** What a part may be made of: "Dy and/or Tb". */
  readonly perhaps: ReadonlySet<string>
  /** Said to be no part: 0 %. */
  readonly without: ReadonlySet<string>
  /** Elements that the record does not list, by their symbols. */
  readonly others: ReadonlySet<string>
  /** Whether the parts are the whole, so that nothing else is in it. */
  readonly isWhole: boolean
}

const MILLIONTHS = 1e6

/** Reads the parts of a composition. A product that is a part brings along what it is made of. */
export function partsOf(law: Law, { parts }: Composition): Parts {
  const some = parts.filter(({ percent }) => percent > 0).map(({ material }) => material)
  const listed = some.flatMap((key) => law.materials.get(key) ?? [])
  const inside = new Set(
    listed.flatMap(({ key, components }) => (components.length > 1 ? [] : [...(components[0] ? components : [key])])),
  )
  const perhaps = listed.flatMap(({ components }) => (components.length > 1 ? components : []))
  const sum = parts.reduce((all, { percent }) => all + Math.round(percent * MILLIONTHS), 0)
  return {
    inside,
    perhaps: new Set(perhaps.filter((key) => !inside.has(key))),
    without: new Set(parts.filter(({ percent }) => percent === 0).map(({ material }) => material)),
    others: new Set(some.filter((key) => !law.materials.has(key))),
    isWhole: sum === 100 * MILLIONTHS,
  }
}
