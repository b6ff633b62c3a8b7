import type { EntryStanding } from '@/lib/contract/edit/standing'
import { type NameOf, nameOfRecord } from '@/lib/contract/history/names'
import { say } from '@/lib/contract/words/catalogue'

/** What an entry of a draft is called: by what was typed, else by what stands under its key. */
export function nameOfEntry({ entry, before }: Pick<EntryStanding, 'entry' | 'before'>, nameOf: NameOf): string {
  const told = entry.does.what === 'record' ? entry.does.printed : before
  const name = told === null ? entry.key : nameOfRecord(entry.kind, told, nameOf)
  return name.trim() === '' ? say('drafts.entries.unnamed') : name
}
