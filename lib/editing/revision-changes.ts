import 'server-only'
import type { Person } from '@/lib/auth/person'
import { namesIn } from '@/lib/contract/history/names'
import { recordsNamedAt } from '@/lib/db/part/of-edit'
import { changesOf } from '@/lib/db/revisions'
import { type Kind, LIST_OF } from '@/lib/ledger/change'

/** What a revision made of one key, under the name that the record has. */
export type NamedChange = {
  readonly kind: Kind
  readonly key: string
  readonly name: string
  readonly did: 'new' | 'changed' | 'gone'
}

/** What a revision changed, record by record; the first revision, which was loaded, is not told apart. */
export async function changedIn(_person: Person, revision: number): Promise<readonly NamedChange[]> {
  if (revision <= 1) return []
  const changes = await changesOf(revision)
  const [before, after] = await Promise.all([recordsNamedAt(revision - 1, changes), recordsNamedAt(revision, changes)])
  if (before === null || after === null) return []
  const nameOf = namesIn(after, before)
  return changes.map(({ kind, key, record }) => {
    const stood = before[LIST_OF[kind]].some((one) => one.key === key)
    return { kind, key, name: nameOf(kind, key), did: record === null ? 'gone' : stood ? 'changed' : 'new' }
  })
}
