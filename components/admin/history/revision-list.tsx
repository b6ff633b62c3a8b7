import { type PeopledRevision, RevisionMarks } from '@/components/admin/history/revision-marks'
import { say } from '@/lib/contract/words/catalogue'

/** Revisions as editors see them, the newest first; each leads to a page of its own where it can be taken back. */
export function RevisionList({
  revisions,
  now,
  inSection = false,
}: {
  readonly revisions: readonly PeopledRevision[]
  /** The instant against which a review is overdue. */
  readonly now: string
  /** Whether it stands in a section with a heading of its own. */
  readonly inSection?: boolean
}) {
  const Heading = inSection ? 'h3' : 'h2'
  return (
    <ol className="revision-list">
      {revisions.map((revision) => (
        <li key={revision.number}>
          <Heading>
            <a href={`/admin/history/${revision.number}`}>
              {say('pages.changes.revision', { number: revision.number })}
            </a>
          </Heading>
          <p>{revision.reason}</p>
          <RevisionMarks revision={revision} now={now} />
        </li>
      ))}
    </ol>
  )
}
