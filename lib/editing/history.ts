import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Colleague } from '@/lib/contract/edit/draft'
import type { Revision } from '@/lib/ledger/revision'

/** A revision as editors see it: with the people behind it. `publication: null` for the first, which was loaded. */
export type RevisionOfEditors = Revision & {
  readonly publication: {
    readonly draft: string | null
    readonly authors: readonly Colleague[]
    readonly publisher: Colleague
    readonly reviewDue: string | null
    readonly reviews: number | null
    readonly reviewedIn: number | null
    readonly reverts: number | null
    readonly revertedIn: readonly number[]
  } | null
}
export type ActOfEditors = {
  readonly at: string
  readonly by: Colleague | null
  readonly act: string
  readonly detail: unknown
}

export async function revisionsForEditors(_person: Person): Promise<readonly RevisionOfEditors[]> {
  throw new Error('not yet')
}
/** What was done on a draft or a revision (`draft/<id>`, `revision/<n>`), the first act first. */
export async function actsOn(_person: Person, _subject: string): Promise<readonly ActOfEditors[]> {
  throw new Error('not yet')
}
