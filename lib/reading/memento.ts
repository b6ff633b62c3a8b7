import 'server-only'
import type { LiveCoordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import { pin } from '@/lib/contract/address-reading'
import { dayInBeijing } from '@/lib/contract/beijing'
import { revisions } from '@/lib/db/revisions'
import type { Revision } from '@/lib/ledger/revision'
import { todayInBeijing } from './now'

/** What a live page said once: the pinned page, and the instant from which it said so. */
export type Memento = { readonly address: string; readonly at: Date }

/**
 * What a live page said at an instant: the newest revision recorded by then, and that instant's day in Beijing. Before the
 * first revision it is the first; an instant that has not come is now. `null` while nothing is recorded.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function mementoAt(live: LiveCoordinates, instant: Date): Promise<Memento | null> {
  const all = (await revisions()).map(recorded)
  const found = all.find(({ at }) => at <= instant) ?? all.at(-1)
  if (found === undefined) return null
  const at = instant < found.at ? found.at : instant
  const today = todayInBeijing()
  const day = dayInBeijing(at)
  return { address: addressOf(pin(live, found.number, day > today ? today : day)), at: found.at }
}

/**
 * What a live page said as each revision was recorded, the first first.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function mementosOf(live: LiveCoordinates): Promise<readonly Memento[]> {
  const all = (await revisions()).map(recorded)
  return all.toReversed().map(({ number, at }) => ({ address: addressOf(pin(live, number, dayInBeijing(at))), at }))
}

function recorded({ number, recordedAt }: Revision): { readonly number: number; readonly at: Date } {
  return { number, at: new Date(recordedAt) }
}
