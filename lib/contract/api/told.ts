/** What the API answers, and what the answer's headers say of it. */
export type Told = {
  readonly value: object
  /** The revision that it was read from. */
  readonly revision: number
  /** True when the request named no revision and only the newest that was seen is known. */
  readonly lastSeen: boolean
  /** The address under which the same answer is given for ever, by the same release; `null` where there is none. */
  readonly canonical: string | null
}
