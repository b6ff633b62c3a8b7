import type { LocalDate } from '../interval'
import type { Law } from '../law'
import { provisionsOf } from '../of-instrument'
import { inForceRuns } from '../span'

/** The first day after the last of the suspensions of some instruments: `'never'` where one has no end, `null` where none suspends. */
export function suspendedThrough(law: Law, instruments: readonly string[]): LocalDate | 'never' | null {
  let latest: LocalDate | 'never' | null = null
  for (const provision of instruments.flatMap((key) => provisionsOf(law, key))) {
    if (provision.effect !== 'suspend') continue
    const last = inForceRuns(law, provision).at(-1)
    if (last === undefined || latest === 'never') continue
    if (last.to === null) latest = 'never'
    else if (latest === null || last.to > latest) latest = last.to
  }
  return latest
}
