// How everything ends: what was begun last ends first. Node's own modules only, as it is needed before the packages.

/** @type {(() => unknown)[]} */
const endings = []
let stopping = false

/**
 * Remembers how to end something that was just begun.
 *
 * @param {() => unknown} end
 */
export function onStop(end) {
  endings.push(end)
}

/** Whether the end has been asked for: what fails from then on fails because of it, and is not told. */
export function isStopping() {
  return stopping
}

/**
 * Ends everything that was begun, then the process.
 *
 * @param {number} code
 */
export async function stop(code) {
  if (stopping) return
  stopping = true
  for (const end of endings.reverse()) {
    try {
      await end()
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
    }
  }
  process.exit(code)
}

/**
 * Ctrl-C, a polite `kill` and a closed terminal end everything in order. A second Ctrl-C does not wait; npm passes on
 * the signal that the terminal has already sent, so for a moment a second one is the same one.
 *
 * A process that belongs to another hears both from its terminal and from its owner, in no certain order: however often it is
 * asked, it ends once, in order and silently; without waiting, only when its owner is gone.
 *
 * @param {number} code with which the process then ends: 0 where stopping is how it is meant to end.
 * @param {'own' | 'owned'} whose
 */
export function stopOnSignals(code = 0, whose = 'own') {
  let asked = Number.POSITIVE_INFINITY
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const now = performance.now()
      if (whose === 'own' && asked + 800 < now) process.exit(130)
      if (asked !== Number.POSITIVE_INFINITY) return
      asked = now
      if (whose === 'own') console.log('\nStopping …')
      void stop(code)
    })
  }
  if (whose === 'owned') {
    process.on('disconnect', () => {
      if (stopping) process.exit(130)
    })
  }
}

/**
 * Tells in one sentence why it cannot go on, and ends everything with code 1. The sentence of a `Failure` is written
 * for the operator; anything else is a fault of the program. With DEBUG set, the whole trace is shown.
 *
 * @param {unknown} error
 */
export async function giveUp(error) {
  await new Promise((resolve) => setImmediate(resolve)) // a signal that broke the work is told before its breaking
  if (stopping) return
  if (process.env.DEBUG) console.error(error)
  else if (error instanceof Error && error.name === 'Failure') console.error(error.message)
  else
    console.error(
      `A fault in Sluice stopped it: ${error instanceof Error ? error.message : error} (DEBUG=1 shows where).`,
    )
  await stop(1)
}
