import { type PeopledRevision, RevisionMarks } from '@/components/admin/history/revision-marks'
import { say } from '@/lib/contract/words/catalogue'

/** Revisions as editors see them, the newest first; each leads to a page of its own where it can be taken back. */
export function RevisionList({
  revisions,
  now,
}: {
  readonly revisions: readonly PeopledRevision[]
  /** The instant against which a review is overdue. */
  readonly now: string
}) {
  return (
    <ol className="revision-list">
      {revisions.map((revision) => (
        <li key={revision.number}>
          <h3>
            <a href={`/admin/history/${revision.number}`}>
              {say('pages.changes.revision', { number: revision.number })}
            </a>
          </h3>
          <p>{revision.reason}</p>
          <RevisionMarks revision={revision} now={now} />
        </li>
      ))}
    </ol>
  )
}
