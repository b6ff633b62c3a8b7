import type { Ratio } from './subject'

/** The value below which so great a share of sorted values lies; NaN of none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * The ratio of two cases from rounds in which both were asked one after the other: a machine that is slow for a while is
 * slow for both of a round, so its rounds' ratios say more than the ratio of two sums. A round in which nothing could be
 * counted for one of them (CPU is told in hundredths of a second) is left out.
 */
export function ratioOf(rounds: readonly (readonly [number, number])[]): Ratio {
  const ratios = rounds.filter(([one, other]) => one > 0 && other > 0).map(([one, other]) => one / other)
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios), rounds: ratios.length }
}

/** The order of a round: there and back in turn, so that no case always comes after the same one. */
export function orderOf<Case>(cases: readonly Case[], round: number): readonly Case[] {
  return round % 2 === 0 ? cases : cases.toReversed()
}
