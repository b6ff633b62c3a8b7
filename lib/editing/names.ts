import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Preview, Standing } from '@/lib/contract/edit/standing'
import { type NameOf, nameOfRecord, namesIn, type Told } from '@/lib/contract/history/names'
import { reachOfEntries } from './reach-of-entries'

/**
 * What the records of a draft are called, and all that is told of it: by what was typed into it, else by what stands at its
 * base.
 */
export async function namesOfDraft(_person: Person, standing: Standing | Preview): Promise<NameOf> {
  const entries = standing.entries.map(({ entry }) => entry)
  const { record } = await reachOfEntries(standing.base, entries, 'impact' in standing ? 'consequences' : 'rules')
  const stands = namesIn(record)
  const typed = new Map<string, Told>()
  for (const { kind, key, does } of entries) {
    if (does.what === 'record') typed.set(`${kind} ${key}`, does.printed)
  }
  const nameOf: NameOf = (kind, key) => {
    const told = typed.get(`${kind} ${key}`)
    // A record that mentions itself, or another that mentions it in turn, is named by what stands.
    return told === undefined ? stands(kind, key) : nameOfRecord(kind, told, stands)
  }
  return nameOf
}
