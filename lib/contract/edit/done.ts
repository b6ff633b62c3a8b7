import { say } from '../words/catalogue'

const DONE = [
  'opened',
  'described',
  'removed',
  'submitted',
  'withdrawn',
  'requested',
  'approved',
  'commented',
  'confirmed',
  'overridden',
  'rebased',
  'reviewed',
] as const

/** What an act that led to this address has done (`?did=submitted`); `null` for every other word. */
export function sayDone(did: unknown, revision: number | null): string | null {
  if (did === 'published') return revision === null ? null : say('drafts.page.did.published', { number: revision })
  const known = DONE.find((word) => word === did)
  return known === undefined ? null : say(`drafts.page.did.${known}`)
}
