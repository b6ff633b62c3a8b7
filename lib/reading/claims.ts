import 'server-only'
import { claimAsDated } from '@/lib/ledger/period'
import type { Claim } from '@/lib/ledger/testimony'
import { frameOf } from './frame'
import type { Opened } from './opened'

/** Every claim, the latest first. */
export function claimsPage(opened: Opened) {
  return { ...frameOf(opened), claims: opened.record.claims.map(claimAsDated) }
}

/** One claim. */
export function claimPage(opened: Opened, claim: Claim) {
  return { ...frameOf(opened), claim: claimAsDated(claim) }
}
