import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Standing } from '@/lib/contract/edit/standing'
import { type NameOf, nameOfRecord, namesIn, type Told } from '@/lib/contract/history/names'
import { ledgerAt } from '@/lib/db/ledger'

/** What the records of a draft are called: by what was typed into it, else by what stands at its base. */
export async function namesOfDraft(_person: Person, { base, entries }: Standing): Promise<NameOf> {
  const record = await ledgerAt(base)
  const standing = record === null ? byKeyAlone : namesIn(record)
  const typed = new Map<string, Told>()
  for (const { entry } of entries) {
    if (entry.does.what === 'record') typed.set(`${entry.kind} ${entry.key}`, entry.does.printed)
  }
  const nameOf: NameOf = (kind, key) => {
    const told = typed.get(`${kind} ${key}`)
    // A record that mentions itself, or another that mentions it in turn, is named by what stands.
    return told === undefined ? standing(kind, key) : nameOfRecord(kind, told, standing)
  }
  return nameOf
}

const byKeyAlone: NameOf = (_, key) => key
