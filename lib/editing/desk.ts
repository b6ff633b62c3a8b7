import 'server-only'
import type { Person } from '@/lib/auth/person'
import { type DraftInList, draftsFor } from './drafts'
import { type RevisionOfEditors, revisionsForEditors } from './history'
import { urgentWaiting, type WaitingRevision } from './urgent'
import { workCount } from './worklist'

/** What waits for somebody, and what happened last. */
export type Desk = {
  /** The drafts that they wrote some of and that are still under way. */
  readonly mine: readonly DraftInList[]
  /** What was submitted, by anybody else. */
  readonly toReview: readonly DraftInList[]
  readonly urgent: readonly WaitingRevision[]
  readonly newest: readonly RevisionOfEditors[]
  readonly overdueLooks: Awaited<ReturnType<typeof workCount>>
  /** The instant of asking: what is due before it is overdue. */
  readonly now: string
}

const NEWEST = 5

/** The desk of somebody who has signed in. */
export async function deskOf(person: Person, at: Date = new Date()): Promise<Desk> {
  const [drafts, urgent, revisions, overdueLooks] = await Promise.all([
    draftsFor(person),
    urgentWaiting(person),
    revisionsForEditors(person),
    workCount(person, at),
  ])
  const isMine = (draft: DraftInList) => draft.contributors.some(({ id }) => id === person.id)
  return {
    mine: drafts.filter((draft) => isMine(draft) && draft.state !== 'published' && draft.state !== 'abandoned'),
    toReview: drafts.filter((draft) => draft.state === 'submitted' || draft.state === 'approved'),
    urgent,
    newest: revisions.slice(0, NEWEST),
    overdueLooks,
    now: at.toISOString(),
  }
}
