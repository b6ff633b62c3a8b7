import type { Kind } from '../change'
import type { LocalDate } from '../interval'
import { lastDayOf } from '../interval'
import type { Breach, Proposal } from './broken'
import { changedOf } from './changed'

/** E5. No key has two versions in one change set. */
export function oneVersionOfAKey({ changes }: Proposal): readonly Breach[] {
  const times = new Map<string, { readonly kind: Kind; readonly key: string; readonly times: number }>()
  for (const { kind, key } of changes) {
    const name = `${kind} ${key}`
    times.set(name, { kind, key, times: (times.get(name)?.times ?? 0) + 1 })
  }
  return [...times.values()]
    .filter((one) => one.times > 1)
    .map(({ kind, key, times }) => ({ kind, key, field: null, names: { key, times } }))
}

/**
 * E13. An end date that is removed or put off is a step of its own, which an editor confirms. A pause is prolonged by an
 * extension that somebody issued; the date of the old text is touched only where it was taken down wrongly.
 */
export function endsStay(proposal: Proposal): readonly Breach[] {
  const ends = [
    ...changedOf(proposal, 'provision').map(({ key, was, now }) => ({
      place: { kind: 'provision' as const, key, field: 'lastDay' },
      was: was === null ? null : lastDayOf(was.inForce),
      now: lastDayOf(now.inForce),
    })),
    ...changedOf(proposal, 'party').map(({ key, was, now }) => ({
      place: { kind: 'party' as const, key, field: 'delistedOn' },
      was: was?.delistedOn ?? null,
      now: now.delistedOn,
    })),
  ]
  return ends.flatMap(({ place, was, now }) =>
    was === null || (now !== null && now <= was) ? [] : [{ ...place, names: { was, now: nameOf(now) } }],
  )
}

function nameOf(day: LocalDate | null): string {
  return day ?? 'none'
}
