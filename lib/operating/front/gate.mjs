/**
 * @typedef {() => void} Leave to be called once, when the answer is made
 * @typedef {{ few: number, many: number, turns: number, freely: number, most: number, waitMs: number, longestMs: number,
 *   longMs: number }} Terms how many are let in at once while the process has its hands full (`few`) and while it has not
 *   (`many`), and how often it then looks who else knocks before it lets the next in (`turns`); how many may wait whatever it
 *   takes (`freely`), and at most; how long anybody is expected to wait, and does at the longest, in milliseconds; and after how
 *   long a place is given to another, although its answer is not made yet
 * @typedef {{ came: number, go: (leave: Leave | null) => void, timer: NodeJS.Timeout | undefined }} Waiting
 */

/** What went on longer ago than this counts for little when the pace is told, in milliseconds. */
const REMEMBERED_MS = 2_000

/** Nobody is told to ask again later than this, in seconds: by then nobody knows. */
const LATEST_SECONDS = 60

/**
 * Lets in so many at once, in the order in which they came, and turns away whoever would wait too long: what is begun is
 * finished, and nobody waits for an answer that never comes.
 *
 * How long somebody would wait is told by the pace at which answers were made while others waited.
 */
export class Gate {
  #terms
  #limit
  #full = false
  /** Whether it is just looked who else knocks. */
  #looking = false
  #inside = 0
  /** @type {Set<Waiting>} in the order in which they came */
  #waiting = new Set()
  /** Milliseconds in which somebody waited, and answers made in them, both the less the longer ago. */
  #busy = 0
  #made = 0
  #since
  #now

  /**
   * @param {Terms} terms
   * @param {() => number} now milliseconds of a clock that only goes on
   */
  constructor(terms, now = () => performance.now()) {
    this.#terms = terms
    this.#limit = terms.many
    this.#now = now
    this.#since = now()
  }

  /** How many are inside, and how many wait. */
  get counts() {
    return { inside: this.#inside, waiting: this.#waiting.size }
  }

  /** Seconds after which it makes sense to ask again. */
  get again() {
    return Math.min(LATEST_SECONDS, Math.max(1, Math.ceil(this.#expected(this.#waiting.size + 1) / 1000)))
  }

  /**
   * Says whether the process has its hands full just now.
   *
   * @param {boolean} full
   */
  expect(full) {
    this.#full = full
    this.#limit = full ? this.#terms.few : this.#terms.many
    this.#letIn()
  }

  /**
   * Asks to be let in.
   *
   * @param {(gaveUp: () => void) => void} whenGone is told what to call when whoever asked is gone
   * @returns {Promise<Leave | null> | Leave | null} `null` for who is turned away, or gone
   */
  enter(whenGone) {
    if (this.#waiting.size === 0 && this.#inside < this.#limit) return this.#place()
    const { freely, most, waitMs, longestMs } = this.#terms
    const position = this.#waiting.size + 1
    if (position > freely && (position > most || this.#expected(position) > waitMs)) return null
    this.#goOn()
    return new Promise((resolve) => {
      /** @type {Waiting} */
      const one = { came: this.#now(), go: resolve, timer: undefined }
      const end = () => this.#takeOut(one)?.go(null)
      one.timer = setTimeout(end, longestMs)
      one.timer.unref()
      this.#waiting.add(one)
      whenGone(end)
    })
  }

  /** @returns {Leave} */
  #place() {
    this.#inside += 1
    let inside = true
    const leave = () => {
      if (!inside) return
      inside = false
      clearTimeout(timer)
      this.#inside -= 1
      this.#goOn()
      if (this.#waiting.size > 0) this.#made += 1
      this.#letIn()
    }
    // Whoever reads slowly, or asks for something that takes very long, keeps the others out no longer than this.
    const timer = setTimeout(leave, this.#terms.longMs)
    timer.unref()
    return leave
  }

  /**
   * A turn of the loop takes one new connection and no more, and making an answer may be all of a turn: who comes for what is kept,
   * or to be turned away, would wait behind all who are let in.
   */
  #letIn() {
    if (this.#looking || this.#waiting.size === 0 || this.#inside >= this.#limit) return
    this.#looking = true
    inTurns(this.#full ? this.#terms.turns : 0, () => {
      this.#looking = false
      const [next] = this.#waiting
      if (next !== undefined && this.#inside < this.#limit) this.#takeOut(next)?.go(this.#place())
      this.#letIn()
    })
  }

  /** @param {Waiting} one */
  #takeOut(one) {
    this.#goOn()
    if (!this.#waiting.delete(one)) return null
    clearTimeout(one.timer)
    return one
  }

  /** How long who comes at a position would wait, in milliseconds: 0 while nothing is known. */
  #expected(/** @type {number} */ position) {
    this.#goOn()
    return (position * this.#busy) / Math.max(this.#made, 1)
  }

  #goOn() {
    const now = this.#now()
    const passed = now - this.#since
    this.#since = now
    const left = Math.exp(-passed / REMEMBERED_MS)
    this.#busy = this.#busy * left + (this.#waiting.size > 0 ? passed : 0)
    this.#made *= left
  }
}

/** Looking who else knocks takes no longer than this, in milliseconds: on a machine that is busy itself, each turn is long. */
const LOOKING_MS = 10

/**
 * Does something after so many turns of the loop, or as many as there is time for.
 *
 * @param {number} turns
 * @param {() => void} then
 */
function inTurns(turns, then, until = performance.now() + LOOKING_MS) {
  if (turns === 0 || performance.now() > until) then()
  else setImmediate(inTurns, turns - 1, then, until)
}
