import 'server-only'
import type { Person } from '@/lib/auth/person'
import { found, type Option } from '@/lib/contract/edit/form/finding'
import { LONGEST_SOUGHT, readSought } from '@/lib/contract/sought'
import { findDocuments } from '@/lib/db/search'
import { KINDS, type Kind } from '@/lib/ledger/change'
import { type DraftToWrite, draftToWrite } from './entry-form'

/** Records that may be edited, copied or retired, by kind: those that are called as asked. */
export type RecordsToWrite = DraftToWrite & {
  readonly groups: readonly { readonly kind: Kind; readonly options: readonly Option[] }[]
}

/** So many records of a kind are found in one that is too large to be listed. */
const MOST = 50

/**
 * The records that a draft can be written about; `null` where there is no such draft. One that is listed whole is searched
 * in its list; of a large one the database finds what is asked for, and nothing is listed before something is.
 */
export async function recordsToWrite(
  person: Person,
  id: string,
  { query, kind }: { readonly query: string; readonly kind: Kind | null },
): Promise<RecordsToWrite | null> {
  const opened = await draftToWrite(person, id)
  if (opened === null) return null
  const kinds = kind === null ? KINDS : [kind]
  if (opened.listsAll) return { ...opened, groups: grouped(kinds, (one) => found(opened.listed[one], query)) }

  const sought = readSought(query.slice(0, LONGEST_SOUGHT))
  const matches = query.trim() === '' ? [] : await findDocuments({ ...sought, also: [] }, opened.draft.base, MOST)
  const full = await draftToWrite(person, id, matches)
  const drafted = (one: Kind) => found(opened.listed[one], query).map(({ value }) => value)
  const asked = (one: Kind) =>
    new Set([
      ...matches.flatMap((match) => (match.kind === one ? [match.key] : [])),
      ...(query.trim() === '' ? [] : drafted(one)),
    ])
  return (
    full && { ...full, groups: grouped(kinds, (one) => full.listed[one].filter(({ value }) => asked(one).has(value))) }
  )
}

function grouped(kinds: readonly Kind[], optionsOf: (kind: Kind) => readonly Option[]): RecordsToWrite['groups'] {
  return kinds.map((kind) => ({ kind, options: optionsOf(kind) })).filter(({ options }) => options.length > 0)
}
