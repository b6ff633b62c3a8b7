import { PageShell } from '@/components/shell/page-shell'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import type { ChangesPage } from '@/components/views/record-pages'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import type { Revision } from '@/lib/ledger/revision'

/** Every revision up to the one looked at, the newest first: what kind of change, who, why, when, and its digest. */
export function ChangesView({ revisions, ...frame }: ChangesPage) {
  return (
    <PageShell frame={frame}>
      <h1>{say('pages.changes.title')}</h1>
      <p className="lede">{say('pages.changes.lead')}</p>
      <p className="soft">{say('library.changes.hashNote')}</p>
      {revisions.map((revision) => (
        <Entry key={revision.number} revision={revision} at={frame.coordinates} />
      ))}
    </PageShell>
  )
}

function Entry({ revision, at }: { readonly revision: Revision; readonly at: Coordinates }) {
  const { number, kind, author, reason, recordedAt, previousHash, hash } = revision
  const about = addressOf({ ...at, lastSeen: false, revision: number, view: { name: 'matrix' } })
  return (
    <Section id={`revision-${number}`} title={say('pages.changes.revision', { number })}>
      <p className="lede">{reason}</p>
      <Facts
        facts={[
          { name: say('library.changes.kind'), value: say(`pages.changes.kinds.${kind}`) },
          { name: say('library.changes.author'), value: author },
          { name: say('library.changes.at'), value: <Instant instant={recordedAt} /> },
          { name: say('library.changes.hash'), value: <Digest digest={hash} /> },
          {
            name: say('library.changes.previous'),
            value: previousHash === null ? say('library.changes.first') : <Digest digest={previousHash} />,
          },
          {
            name: say('library.changes.open'),
            value: <a href={about}>{say('library.changes.record', { number })}</a>,
          },
        ]}
      />
    </Section>
  )
}

const INSTANT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' })

function Instant({ instant }: { readonly instant: string }) {
  return <time dateTime={instant}>{say('library.changes.atValue', { at: INSTANT.format(Date.parse(instant)) })}</time>
}

function Digest({ digest }: { readonly digest: string }) {
  return <span className="code hash">{digest}</span>
}
