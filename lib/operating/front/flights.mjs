import { LRUCache } from 'lru-cache'

/**
 * @typedef {'kept' | 'passed' | 'left'} Landing how it ended: the answer is kept, or was seen to be the asker's alone; or there is none
 *   yet, and nobody knows: who made it hung up or was turned away, or it takes very long
 * @typedef {{ land: (landing: Landing) => void, passes: () => void }} Flight `passes` says that such an answer is not kept
 */

/** For so long, in milliseconds, it is remembered of so many keys that what was made for them was not kept. */
const REMEMBERED_MS = 10_000
const REMEMBERED = 1_000

/** Nobody waits longer than this for what another makes, in milliseconds. */
const PATIENCE_MS = 5_000

/** Of what is nobody else's. @type {Flight} */
export const ALONE = { land: () => undefined, passes: () => undefined }

/**
 * What is being made just now, by key: of many who ask for the same at once, the first makes it and the others wait for what is
 * kept then. Nobody waits for what is not kept: the others go on as soon as that is seen. Where
 * who made it left, one of the others makes it, and they wait for that one.
 */
export class Flights {
  /** @type {Map<string, { landing: Promise<Landing>, land: Flight['land'] }>} */
  #under = new Map()
  /** @type {LRUCache<string, true>} */
  #passed = new LRUCache({ max: REMEMBERED, ttl: REMEMBERED_MS })

  /**
   * Waits for what another makes under the same key.
   *
   * @param {string} key
   * @returns {Promise<Landing> | null} `null` where nobody makes it, or where it would not be kept
   */
  other(key) {
    return this.#under.get(key)?.landing ?? null
  }

  /**
   * Says that one begins to make it; whoever was not the first is alone with what they make.
   *
   * @param {string} key
   * @returns {Flight}
   */
  begin(key) {
    if (this.#under.has(key) || this.#passed.has(key)) return ALONE
    /** @type {(landing: Landing) => void} */
    let resolve = () => undefined
    /** @type {Promise<Landing>} */
    const landing = new Promise((done) => {
      resolve = done
    })
    let landed = false
    const land = (/** @type {Landing} */ how) => {
      // Who took very long knows it as well as who makes it since.
      if (landed && how !== 'left') this.#under.get(key)?.land(how)
      if (landed) return
      landed = true
      clearTimeout(timer)
      this.#under.delete(key)
      resolve(how)
    }
    this.#under.set(key, { landing, land })
    const timer = setTimeout(land, PATIENCE_MS, 'left')
    timer.unref()
    const passes = () => {
      this.#passed.set(key, true)
      land('passed')
    }
    return { land, passes }
  }
}
