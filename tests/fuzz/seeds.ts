import { randomInt } from 'node:crypto'

/** A seed that nobody chose, told in the name of the test that uses it. A failing one is run again by `npm run fuzz`. */
export function aSeed(): number {
  return randomInt(2 ** 31 - 1)
}
