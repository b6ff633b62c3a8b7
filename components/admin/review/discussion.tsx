import { Instant } from '@/components/marks/instant'
import type { DraftComment } from '@/lib/contract/edit/draft'
import { say } from '@/lib/contract/words/catalogue'

/** What was said of a draft and what was decided, the first first. Plain text: lines stay lines, nothing else means anything. */
export function Discussion({ comments }: { readonly comments: readonly DraftComment[] }) {
  if (comments.length === 0) return <p className="soft">{say('drafts.review.none')}</p>
  return (
    <ol className="discussion">
      {comments.map((comment) => (
        <li key={comment.id}>
          <p className="small">
            <b>{comment.by.name}</b> {say(`drafts.review.act.${comment.act}`)}, <Instant at={comment.at} />
          </p>
          {comment.words.trim() !== '' && <p className="said">{comment.words}</p>}
        </li>
      ))}
    </ol>
  )
}
