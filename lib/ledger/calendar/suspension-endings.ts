import type { LocalDate } from '../interval'
import type { Law } from '../law'
import { inForceRuns } from '../span'

/** The first day after the last of the suspensions of some instruments: `'never'` where one has no end, `null` where none suspends. */
export function suspendedThrough(law: Law, instruments: readonly string[]): LocalDate | 'never' | null {
  let latest: LocalDate | 'never' | null = null
  for (const provision of law.provisions.values()) {
    if (provision.effect !== 'suspend' || !instruments.includes(provision.instrument)) continue
    const last = inForceRuns(law, provision).at(-1)
    if (last === undefined || latest === 'never') continue
    if (last.to === null) latest = 'never'
    else if (latest === null || last.to > latest) latest = last.to
  }
  return latest
}
