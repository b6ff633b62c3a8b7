import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Draws that are the same on every machine for the same seed. */
export type Dice = {
  /** A whole number from `first` to `last`, both included. */
  readonly between: (first: number, last: number) => number
  /** Whether something happens that happens in `share` of all cases, `0.1` = one in ten. */
  readonly happens: (share: number) => boolean
  /** @throws {RangeError} when there is nothing to draw from. */
  readonly one: <Item>(items: readonly Item[]) => Item
  /** Different items, at most as many as there are, in an order of chance. */
  readonly some: <Item>(items: readonly Item[], count: number) => readonly Item[]
}

/** @param seeds two numbers: which record, and which piece of it; each piece is drawn for itself, in any order. */
export function diceOf(...seeds: readonly [number, number]): Dice {
  const generator = xoroshiro128plus(Math.imul(seeds[0] + 1, 0x9e3779b1) ^ Math.imul(seeds[1] + 1, 0x85ebca6b))
  const between = (first: number, last: number) => uniformInt(generator, first, last)
  const one = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('nothing to draw from')
    return items[between(0, items.length - 1)] as Item
  }
  return {
    between,
    happens: (share) => between(0, 9_999) < share * 10_000,
    one,
    some: (items, count) => {
      const left = [...items]
      return Array.from({ length: Math.min(count, left.length) }, () => {
        const at = between(0, left.length - 1)
        const drawn = left[at] as (typeof left)[number]
        left[at] = left[left.length - 1] as typeof drawn
        left.pop()
        return drawn
      })
    },
  }
}
