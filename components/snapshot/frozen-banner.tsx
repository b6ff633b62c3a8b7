import { Instant } from '@/components/marks/instant'
import { DriftList } from '@/components/snapshot/drift-list'
import type { Drifted } from '@/components/snapshot/drifted'
import { driftInWords } from '@/components/snapshot/drifted'
import type { Exhibit } from '@/lib/contract/exhibit'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { localDate } from '@/lib/ledger/interval'

/** What everybody who opens a snapshot is told first: that it is one, of which days, and whether today reads otherwise. */
export function FrozenBanner({
  exhibit,
  id,
  madeAt,
  drift,
  noted,
}: {
  readonly exhibit: Exhibit
  readonly id: string
  readonly madeAt: string
  /** `null` where it cannot be told. */
  readonly drift: Drifted | null
  /** The title of the note on it; `null` where there is none. */
  readonly noted: string | null
}) {
  const { question, live } = exhibit
  return (
    <section className="frozen-banner" aria-label={say('snapshots.banner.name')}>
      <p>
        <strong>{say('snapshots.banner.title')}</strong>{' '}
        {say('snapshots.banner.days', {
          on: dayInWords(localDate(question.on)),
          known: question.known === null ? say('snapshots.banner.everything') : dayInWords(localDate(question.known)),
          revision: question.rev,
        })}{' '}
        <span className="soft">
          {say('snapshots.banner.made')} <Instant at={madeAt} /> · <span className="hash">{id}</span>
        </span>
      </p>
      <p>{driftInWords(drift)}</p>
      {drift !== null && drift.groups.length > 0 && <DriftList drift={drift} />}
      <ul className="inline-list screen">
        {drift !== null && drift.compare !== null && (
          <li>
            <a href={drift.compare}>{say('snapshots.banner.differences')}</a>
          </li>
        )}
        <li>
          <a href={live}>{say('snapshots.banner.live')}</a>
        </li>
        {noted !== null && (
          <li>
            <a href="#note">{say('snapshots.banner.note', { title: noted })}</a>
          </li>
        )}
        <li>
          <a href="#cite">{say('snapshots.banner.cite')}</a>
        </li>
      </ul>
    </section>
  )
}
