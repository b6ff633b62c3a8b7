import type { ReactNode } from 'react'
import { ChangedLast } from '@/components/briefing/changed-last'
import { SmallChart } from '@/components/evidence/small-chart'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { linkTo } from '@/components/marks/link-to'
import { inEnglish } from '@/components/ui/english'
import { Runs } from '@/components/ui/runs'
import type { BriefingValues, MatrixPage } from '@/components/views/matrix-page'
import { loudestInWords, shownAhead, shownSilent, silentInWords } from '@/lib/contract/words/briefing'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'

type Props = { readonly page: MatrixPage }
type Told = { readonly told: BriefingValues & Pick<MatrixPage, 'coordinates' | 'claims'> }

/**
 * A band under the answer: what changed last, what has fallen due, what is claimed and no instrument gives, what comes next,
 * and shipments beside the law. All of it as of the asked day.
 */
export function Briefing({ page }: Props) {
  const { briefing, coordinates } = page
  if (briefing === null) return <Elsewhere page={page} />
  const told = { ...briefing, coordinates, claims: page.claims }
  return (
    <section className="briefing" aria-label={say('briefing.name')}>
      <Block title={say('matrix.changed.last')}>
        <ChangedLast page={page} />
      </Block>
      <Due told={told} />
      {briefing.isPlainWay && <Claimed told={told} />}
      <Next told={told} />
      {briefing.isPlainWay ? <Shipments told={told} /> : <p className="soft">{say('briefing.elsewhere')}</p>}
    </section>
  )
}

/** Where the record is too large to be read for one page: what of it is told on others. */
function Elsewhere({ page }: Props) {
  const { coordinates: at } = page
  return (
    <section className="briefing" aria-label={say('briefing.name')}>
      <Block title={say('matrix.changed.last')}>
        <ChangedLast page={page} />
      </Block>
      <p className="soft">{say('briefing.large')}</p>
      <Block title={say('briefing.due.title')} href={linkTo(at, { name: 'calendar' })} />
      <Block title={say('briefing.claim.title')} href={linkTo(at, { name: 'claims' })} />
      <Block title={say('briefing.chart.title')} href={linkTo(at, { name: 'evidence' })} />
    </section>
  )
}

/** @param href where all of it is told. */
function Block({
  title,
  href,
  children,
}: {
  readonly title: string
  readonly href?: string
  readonly children?: ReactNode
}) {
  return (
    <div>
      <h2>{href === undefined ? title : <a href={href}>{title}</a>}</h2>
      {children}
    </div>
  )
}

function Due({ told: { silent, coordinates: at } }: Told) {
  const { shown, more } = shownSilent(silent)
  return (
    <Block title={say('briefing.due.title')} href={linkTo(at, { name: 'calendar' })}>
      {shown.length === 0 && <p>{say('briefing.due.none')}</p>}
      <ul>
        {shown.map((entry) => {
          const { instrument, words } = silentInWords(entry)
          return (
            <li key={entry.day.id}>
              {instrument !== null && (
                <>
                  <InstrumentLink at={at} instrument={instrument} />
                  {mark('colon')}
                </>
              )}
              <Runs text={words} />
            </li>
          )
        })}
      </ul>
      {more > 0 && <p className="soft">{say('briefing.due.more', { count: more })}</p>}
    </Block>
  )
}

function Claimed({ told: { loudest, coordinates, claims } }: Told) {
  const words = loudest === null ? null : loudestInWords(loudest)
  return (
    <Block title={say('briefing.claim.title')} href={linkTo(coordinates, { name: 'claims' })}>
      {loudest === null || words === null ? (
        <p>{say('briefing.claim.none')}</p>
      ) : (
        <p>
          <a href={linkTo(coordinates, { name: 'claim', key: loudest.claim.key })} {...inEnglish()}>
            {words.statement}
          </a>{' '}
          <span className="soft">
            <Runs text={words.said} />
          </span>{' '}
          <b>{words.waits}</b>
        </p>
      )}
      {claims.length > 0 && (
        <p>
          <a href="#claims">{say('briefing.claim.all')}</a>
        </p>
      )}
    </Block>
  )
}

function Next({ told: { ahead, coordinates: at } }: Told) {
  const days = shownAhead(ahead)
  return (
    <Block title={say('matrix.changed.next')} href={linkTo(at, { name: 'calendar' })}>
      {days.length === 0 && <p>{say('briefing.next.none')}</p>}
      <ul>
        {days.map(({ on, inShort, what, ends }) => (
          <li key={on}>
            <b>{inShort}</b> <Runs text={what} />
            {ends !== null && (
              <>
                {mark('open')}
                <a href={linkTo(at, { name: 'rehearsal', key: ends.key, until: null })}>
                  {say('briefing.next.rehearse')}
                </a>
                {mark('close')}
              </>
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}

function Shipments({ told: { chart, coordinates } }: Told) {
  return (
    <Block title={say('briefing.chart.title')} href={linkTo(coordinates, { name: 'evidence' })}>
      {chart === null ? <p>{say('briefing.chart.none')}</p> : <SmallChart series={chart} at={coordinates} />}
    </Block>
  )
}
