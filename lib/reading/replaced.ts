import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { replacedOnly } from '@/lib/contract/refusal'
import { isDatabaseAway } from '@/lib/db/away'
import { ledgerAt } from '@/lib/db/ledger'
import { type Kind, LIST_OF } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { openAt } from './door'
import { whereItStands } from './gone'

/**
 * Where an address that names retired keys leads, when something took the place of each of them; `null` for every other
 * address, and whenever the record cannot be asked: the page itself says so then.
 */
export async function replacementOf(coordinates: Coordinates): Promise<Coordinates | null> {
  const named = keysIn(coordinates)
  if (named.length === 0) return null
  try {
    const record = await ledgerAt(coordinates.revision)
    if (record === null || named.every((one) => stands(record, one))) return null
    const opened = await openAt(coordinates)
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

function stands(record: WholeRecord, { kind, key }: Named): boolean {
  return record[LIST_OF[kind]].some((one) => one.key === key)
}
