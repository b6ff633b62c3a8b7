// Used before the packages are there: Node's own modules only.
import { isStopping } from './stopping.mjs'

/** @type {((name: string, seconds: string) => void) | null} */
let instead = null

/**
 * Has steps told by somebody else, each when it is done.
 *
 * @param {(name: string, seconds: string) => void} tell
 */
export function tellStepsBy(tell) {
  instead = tell
}

/**
 * Runs one step of the start, and says what it is and how long it took. On a terminal the seconds count while it
 * runs; elsewhere a slow step is announced after two seconds.
 *
 * @template T
 * @param {string} name what is done, as "Building the pages"
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  const terminal = process.stdout.isTTY === true
  const write = (/** @type {string} */ text) => (instead === null ? process.stdout.write(text) : undefined)
  const show = () => write(terminal ? `\r  ${name} … ${seconds()}` : '')
  const announce = () => write(terminal ? '' : `  ${name} …\n`)

  show()
  const ticking = setInterval(show, 200)
  const slow = setTimeout(announce, 2000)
  try {
    const value = await work()
    if (isStopping()) throw new Error(`stopped while ${name}`) // so that nothing begins after the end
    write(terminal ? `\r  ${name}: ${seconds()}  \n` : `  ${name}: ${seconds()}\n`)
    instead?.(name, seconds())
    return value
  } catch (error) {
    write(terminal ? '\n' : '')
    throw error
  } finally {
    clearInterval(ticking)
    clearTimeout(slow)
  }
}
