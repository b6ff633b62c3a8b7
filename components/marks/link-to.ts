import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import type { View } from '@/lib/contract/view'

/** The pinned address of another view of the same question; a stand-in for the newest revision is not passed on. */
export function linkTo(at: Coordinates, view: View): string {
  return addressOf({ ...at, lastSeen: false, view })
}

/** The same view with parts of its question changed. */
export function linkAsking(at: Coordinates, changed: Partial<Coordinates['question']>): string {
  return addressOf({ ...at, lastSeen: false, question: { ...at.question, ...changed } })
}

/** The matrix under a changed question. */
export function linkAskingMatrix(at: Coordinates, changed: Partial<Coordinates['question']>): string {
  return linkAsking({ ...at, view: { name: 'matrix' } }, changed)
}
