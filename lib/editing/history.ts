import 'server-only'
import type { Person } from '@/lib/auth/person'
import type { Colleague } from '@/lib/contract/edit/draft'
import { actsUpon, allPublications } from '@/lib/db/editing/history'
import { asEditors } from '@/lib/db/editing/transaction'
import { revisions } from '@/lib/db/revisions'
import type { Revision } from '@/lib/ledger/revision'

/** Who answers for a revision, and what became of it: what editors see and readers do not. */
export type PublicationOfEditors = {
  readonly draft: string | null
  readonly authors: readonly Colleague[]
  readonly publisher: Colleague
  readonly reviewDue: string | null
  readonly reviews: number | null
  /** The revision that says that this one was reviewed. */
  readonly reviewedIn: number | null
  readonly reverts: number | null
  /** The revisions that take some of this one back. */
  readonly revertedIn: readonly number[]
}

/** A revision as editors see it. `publication: null` for the first, which was loaded from files. */
export type RevisionOfEditors = Revision & { readonly publication: PublicationOfEditors | null }

/** An act of the log on one draft or revision. */
export type ActOfEditors = {
  readonly number: string
  readonly at: string
  readonly by: Colleague | null
  readonly act: string
}

/** Every revision with the people behind it, the newest first. */
export async function revisionsForEditors(_person: Person): Promise<readonly RevisionOfEditors[]> {
  const [all, publications] = await Promise.all([revisions(), asEditors(allPublications)])
  const ofRevision = new Map(publications.map((one) => [one.revision, one]))
  const reviewOf = new Map(publications.map(({ reviews, revision }) => [reviews, revision]))
  const reverting = publications.filter(({ reverts }) => reverts !== null)
  return all.map((revision) => {
    const own = ofRevision.get(revision.number)
    if (own === undefined) return { ...revision, publication: null }
    const { revision: number, ...publication } = own
    const revertedIn = reverting.filter(({ reverts }) => reverts === number).map((one) => one.revision)
    const reviewedIn = reviewOf.get(number) ?? null
    return { ...revision, publication: { ...publication, reviewedIn, revertedIn: revertedIn.toReversed() } }
  })
}

/** What was done on a subject, the first act first: `draft/<id>`, or `revision/<number>` and the draft that it was. */
export async function actsOn(_person: Person, subject: string): Promise<readonly ActOfEditors[]> {
  return asEditors(async (from) => {
    const number = /^revision\/(\d+)$/.exec(subject)?.[1]
    if (number === undefined) return actsUpon(from, [subject])
    const draft = (await allPublications(from)).find(({ revision }) => revision === Number(number))?.draft ?? null
    return actsUpon(from, draft === null ? [subject] : [`draft/${draft}`, subject])
  })
}
