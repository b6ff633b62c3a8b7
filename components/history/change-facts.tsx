import { Instant } from '@/components/marks/instant'
import { linkTo } from '@/components/marks/link-to'
import { Facts } from '@/components/ui/facts'
import type { ChangePage } from '@/components/views/history-pages'
import { byWhom } from '@/lib/contract/words/by-whom'
import { say } from '@/lib/contract/words/catalogue'

/** What a revision is: its kind, who answers for it, when it was recorded, and the chain that it is a link of. */
export function ChangeFacts({ page }: { readonly page: ChangePage }) {
  const { revision, marks, against, coordinates } = page
  const { kind, recordedAt, previousHash, hash } = revision
  return (
    <Facts
      facts={[
        { name: say('library.changes.kind'), value: say(`history.kind.${kind}`) },
        { name: say('library.changes.author'), value: byWhom(revision, marks) },
        { name: say('library.changes.at'), value: <Instant at={recordedAt} /> },
        {
          name: say('history.change.comparedWith'),
          value:
            against === null ? null : (
              <a href={linkTo(coordinates, { name: 'change', number: against.number, against: null })}>
                {say('pages.changes.revision', { number: against.number })}
              </a>
            ),
        },
        { name: say('library.changes.hash'), value: <Digest digest={hash} /> },
        {
          name: say('library.changes.previous'),
          value: previousHash === null ? say('library.changes.first') : <Digest digest={previousHash} />,
        },
      ]}
    />
  )
}

function Digest({ digest }: { readonly digest: string }) {
  return <span className="code hash">{digest}</span>
}
