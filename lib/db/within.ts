/** Where this process itself was busy, the answer is here by now, and has only to be read. */
const READING_MS = 50

/**
 * What came in time, or `null`. What fails in time is thrown; whoever gave up on it no longer hears how it ended.
 *
 * @param ms how long to wait, in milliseconds.
 */
export async function within<Value>(promise: Promise<Value>, ms: number): Promise<{ readonly value: Value } | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(
      () => {
        timer = setTimeout(() => resolve(null), READING_MS)
      },
      Math.max(0, ms - READING_MS),
    )
  })
  const came = promise.then((value) => ({ value }))
  came.catch(() => undefined)
  return Promise.race([came, late]).finally(() => clearTimeout(timer))
}
