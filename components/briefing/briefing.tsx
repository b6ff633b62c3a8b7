import type { ReactNode } from 'react'
import { ChangedLast } from '@/components/briefing/changed-last'
import { SmallChart } from '@/components/evidence/small-chart'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { linkTo } from '@/components/marks/link-to'
import { inEnglish } from '@/components/ui/english'
import { Runs } from '@/components/ui/runs'
import type { MatrixPage } from '@/components/views/matrix-page'
import { loudestInWords, shownAhead, shownSilent, silentInWords } from '@/lib/contract/words/briefing'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'

type Props = { readonly page: MatrixPage }

/**
 * A band under the answer: what changed last, what has fallen due, what is claimed and no instrument gives, what comes next,
 * and shipments beside the law. All of it as of the asked day.
 */
export function Briefing({ page }: Props) {
  const { isPlainWay } = page.briefing
  return (
    <section className="briefing" aria-label={say('briefing.name')}>
      <Block title={say('matrix.changed.last')}>
        <ChangedLast page={page} />
      </Block>
      <Due page={page} />
      {isPlainWay && <Claimed page={page} />}
      <Next page={page} />
      {isPlainWay ? <Shipments page={page} /> : <p className="soft">{say('briefing.elsewhere')}</p>}
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
  readonly children: ReactNode
}) {
  return (
    <div>
      <h2>{href === undefined ? title : <a href={href}>{title}</a>}</h2>
      {children}
    </div>
  )
}

function Due({ page: { briefing, coordinates: at } }: Props) {
  const { shown, more } = shownSilent(briefing.silent)
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

function Claimed({ page: { briefing, coordinates, claims } }: Props) {
  const { loudest } = briefing
  const told = loudest === null ? null : loudestInWords(loudest)
  return (
    <Block title={say('briefing.claim.title')} href={linkTo(coordinates, { name: 'claims' })}>
      {loudest === null || told === null ? (
        <p>{say('briefing.claim.none')}</p>
      ) : (
        <p>
          <a href={linkTo(coordinates, { name: 'claim', key: loudest.claim.key })} {...inEnglish()}>
            {told.statement}
          </a>{' '}
          <span className="soft">
            <Runs text={told.said} />
          </span>{' '}
          <b>{told.waits}</b>
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

function Next({ page: { briefing, coordinates: at } }: Props) {
  const days = shownAhead(briefing.ahead)
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

function Shipments({ page: { briefing, coordinates } }: Props) {
  return (
    <Block title={say('briefing.chart.title')} href={linkTo(coordinates, { name: 'evidence' })}>
      {briefing.chart === null ? (
        <p>{say('briefing.chart.none')}</p>
      ) : (
        <SmallChart series={briefing.chart} at={coordinates} />
      )}
    </Block>
  )
}
