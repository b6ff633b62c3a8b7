/** How an attempt to deliver ended. */
export const OUTCOMES = [
  /** The target answered with a status from 200 to 299. */
  'delivered',
  /** It answered with another status. */
  'refused',
  /** It answered that it is elsewhere: nobody follows, because elsewhere may be anywhere. */
  'redirected',
  /** It answered 410: it wants nothing more. */
  'gone',
  /** It did not answer in time. */
  'too-slow',
  /** Nobody answers under this address. */
  'unreachable',
  /** No such host. */
  'no-host',
  /** Its certificate is not one to trust. */
  'not-trusted',
  /** The address is not public, and the configuration does not let it through. */
  'not-allowed',
  /** The secret was encrypted with another SLUICE_SECRET. */
  'secret-lost',
] as const

export type Outcome = (typeof OUTCOMES)[number]

export function isOutcome(text: string): text is Outcome {
  return OUTCOMES.some((outcome) => outcome === text)
}
