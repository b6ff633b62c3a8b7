import { say } from '@/lib/contract/words/catalogue'
import { instantInWords } from '@/lib/contract/words/instant'

/** A revision that was published at once and that nobody has reviewed. */
export type Waiting = {
  readonly revision: number
  readonly reviewDue: string
  readonly publisher: string
  readonly writers: readonly string[]
}

/** What was published in a hurry and waits for its review, the first due first. */
export function WaitingList({ waiting, now }: { readonly waiting: readonly Waiting[]; readonly now: string }) {
  return (
    <ul className="lines">
      {waiting.map(({ revision, reviewDue, publisher, writers }) => (
        <li key={revision} data-overdue={reviewDue < now ? '' : undefined}>
          {say('drafts.desk.urgentLine', { revision, publisher, writers: writers.join(', ') })};{' '}
          <b>
            {reviewDue < now
              ? say('drafts.desk.overdue', { at: instantInWords(reviewDue) })
              : say('drafts.desk.due', { at: instantInWords(reviewDue) })}
          </b>
          .{' '}
          <a href={`/admin/history/${revision}`} className="tall-link">
            {say('drafts.desk.toHistory')}
          </a>
        </li>
      ))}
    </ul>
  )
}
