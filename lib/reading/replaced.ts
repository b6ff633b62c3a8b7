import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { replacedOnly } from '@/lib/contract/refusal'
import { isDatabaseAway } from '@/lib/db/away'
import { ledgerAt } from '@/lib/db/ledger'
import { standsAt } from '@/lib/db/part/standing'
import { type Size, sizeAt } from '@/lib/db/size'
import type { Kind } from '@/lib/ledger/change'
import { openAt } from './door'
import { type Standing, standingIn, whereItStands } from './gone'

/**
 * Where an address that names retired keys leads, when something took the place of each of them; `null` for every other
 * address, and whenever the record cannot be asked: the page itself says so then.
 */
export async function replacementOf(coordinates: Coordinates): Promise<Coordinates | null> {
  const named = keysIn(coordinates)
  if (named.length === 0) return null
  try {
    const { revision } = coordinates
    const size = await sizeAt(revision)
    if (size === null || (await allStand(revision, size, named))) return null
    const opened = await openAt(coordinates, undefined, 'part')
    if (opened.ok || !replacedOnly(opened.refusal)) return null
    return whereItStands(coordinates, opened.refusal.problems)
  } catch (error) {
    if (isDatabaseAway(error)) return null
    throw error
  }
}

type Named = { readonly kind: Kind; readonly key: string }

function keysIn({ view, question }: Coordinates): readonly Named[] {
  const party: readonly Named[] = question.party === null ? [] : [{ kind: 'party', key: question.party }]
  switch (view.name) {
    case 'material':
    case 'regime':
    case 'instrument':
    case 'source':
      return [{ kind: view.name, key: view.key }, ...party]
    case 'proof':
      return [{ kind: 'material', key: view.material }, { kind: 'form', key: view.form }, ...party]
    default:
      return party
  }
}

/** Of a small record, which is at hand, nothing is asked; of a large one, whether each key stands. */
async function allStand(revision: number, size: Size, named: readonly Named[]): Promise<boolean> {
  const record = size === 'small' ? await ledgerAt(revision) : null
  const stands: Standing = record === null ? (kind, key) => standsAt(revision, kind, key) : standingIn(record)
  const standing = await Promise.all(named.map(({ kind, key }) => stands(kind, key)))
  return standing.every(Boolean)
}
