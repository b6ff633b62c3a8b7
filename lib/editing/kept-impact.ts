import type { Impact } from '@/lib/ledger/impact'

/** Each is some megabytes at most: an editor works on one draft and looks at another. */
const MOST = 8

/** Consequences by the fingerprint of their draft, the last asked for last. */
const kept = new Map<string, Impact>()

/**
 * The consequences that a fingerprint names, worked out once: the fingerprint holds the base and every entry, and
 * consequences depend on nothing else. A page that is shown again after each small act need not compare the record again.
 */
export function keptImpact(fingerprint: string, workOut: () => Impact): Impact {
  const impact = kept.get(fingerprint) ?? workOut()
  kept.delete(fingerprint)
  kept.set(fingerprint, impact)
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  return impact
}
