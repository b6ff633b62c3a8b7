/** How much one network had of its minute: at the end of it, or where nothing was settled yet, as far as this process knows. */
type Count = {
  /** What all processes together had, when it was last settled; and what this one had since. */
  settled: number
  since: number
  /** The end of the minute, in milliseconds since 1970. */
  until: number
  settling: boolean
}

/** Where all processes add up what a network had. */
export type Sum = (
  network: string,
  points: number,
) => Promise<{
  /** What it had in its minute, with what was added. */
  readonly points: number
  /** Milliseconds until that minute is over. */
  readonly left: number
}>

/** What a network may still have: `left` in this minute, which ends in so many seconds; `over` when this was too much. */
export type Taken = { readonly left: number; readonly seconds: number; readonly over: boolean }

export const MINUTE_MS = 60_000

/** More networks at once are not counted: the one whose minute began first is forgotten. */
const NETWORKS = 20_000

/** Of the allowance, so much is had before it is added up: two processes agree to within this share each. */
const STEP = 1 / 20

/** For so long the database is not asked again after it could not be, in milliseconds. */
const AWAY_MS = 5_000

/**
 * Counts what networks have made for them, minute by minute. It is counted in memory, and added up in the database in steps, so
 * that no page costs a write. While the database is away each process counts alone.
 */
export class ComputedLimit {
  readonly #points: number
  readonly #sum: Sum
  readonly #now: () => number
  readonly #step: number
  readonly #counts = new Map<string, Count>()
  #awayUntil = 0

  /** @param points how much one network may have in a minute. */
  constructor(points: number, sum: Sum, now: () => number = Date.now) {
    this.#points = points
    this.#sum = sum
    this.#now = now
    this.#step = Math.max(1, Math.floor(points * STEP))
  }

  /**
   * Takes one for a network, where there is one left. Nothing is waited for.
   *
   * @param network what tells it from others, and no address: it is what is kept.
   */
  take(network: string): Taken {
    const now = this.#now()
    const count = this.#current(network, now)
    const had = count.settled + count.since
    const seconds = Math.max(1, Math.ceil((count.until - now) / 1000))
    if (had >= this.#points) return { left: 0, seconds, over: true }
    count.since += 1
    if (count.since >= this.#step && !count.settling && now >= this.#awayUntil) this.#settle(network, count)
    return { left: this.#points - had - 1, seconds, over: false }
  }

  /** Whether there is none left for a network: nothing is taken. */
  isOver(network: string): boolean {
    const count = this.#counts.get(network)
    return count !== undefined && this.#now() < count.until && count.settled + count.since >= this.#points
  }

  #current(network: string, now: number): Count {
    const found = this.#counts.get(network)
    if (found !== undefined && now < found.until) return found
    const count = { settled: 0, since: 0, until: now + MINUTE_MS, settling: false }
    this.#counts.delete(network) // what is set again stays where it stood
    this.#counts.set(network, count)
    const [oldest] = this.#counts.size > NETWORKS ? this.#counts.keys() : []
    if (oldest !== undefined) this.#counts.delete(oldest)
    return count
  }

  #settle(network: string, count: Count): void {
    const added = count.since
    count.settling = true
    this.#sum(network, added).then(
      ({ points, left }) => {
        count.settled = points
        count.since -= added
        count.until = this.#now() + left
        count.settling = false
      },
      () => {
        count.settling = false
        this.#awayUntil = this.#now() + AWAY_MS
      },
    )
  }
}
