import type { Ground, Laid } from './ground'
import type { Publisher } from './publishing'

/** What a fault is tried with. */
export type Trial = {
  readonly times: number
  /** The next number of the run, from 0 up to 1. */
  readonly random: () => number
  /** Gives what it is tried on: one of its own, unless several share one. */
  readonly lay: (laid?: Laid) => Promise<Ground>
  /** Gives a process that publishes there: a new one, unless one was left that another fault did not kill. */
  readonly hire: (url: string) => Promise<Publisher>
}

/** What came of one fault. Anything in `wrong` is a failure: a sentence of what was found. */
export type Outcome = {
  readonly tried: number
  readonly survived: number
  /** Revisions that a publisher was told of, and those of them that were not there afterwards: must be none. */
  readonly acknowledged: number
  readonly lost: number
  /** What is worth knowing of how it went, as counts and times. */
  readonly notes: readonly string[]
  readonly wrong: readonly string[]
}

export type Fault = {
  /** As `--only` names it. */
  readonly name: string
  readonly tells: string
  /** How often the full form tries it. */
  readonly times: number
  readonly run: (trial: Trial) => Promise<Outcome>
}

/** Counts what comes of a fault while it is tried. */
export class Tally {
  tried = 0
  acknowledged = 0
  lost = 0
  readonly wrong: string[] = []
  readonly #counts = new Map<string, number>()
  readonly #notes: string[] = []
  #failed = 0

  /** One trial more; what it found wrong is told with its number. */
  add(found: readonly string[]): void {
    this.tried += 1
    if (found.length > 0) this.#failed += 1
    this.wrong.push(...found.map((sentence) => `${this.tried}: ${sentence}`))
  }

  count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  note(sentence: string): void {
    this.#notes.push(sentence)
  }

  outcome(): Outcome {
    const { tried, acknowledged, lost, wrong } = this
    const counted = [...this.#counts].map(([what, count]) => `${what} ${count}`).toSorted()
    return {
      tried,
      survived: tried - this.#failed,
      acknowledged,
      lost,
      notes: [...(counted.length > 0 ? [counted.join(', ')] : []), ...this.#notes],
      wrong,
    }
  }
}
