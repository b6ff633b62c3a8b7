import { CompareVersions } from '@/components/history/compare-form'
import { MarkList } from '@/components/history/mark-list'
import { Sentences } from '@/components/history/record-changes'
import { recordHome } from '@/components/history/record-home'
import { WhyGone } from '@/components/history/why-gone'
import { Instant } from '@/components/marks/instant'
import { linkTo } from '@/components/marks/link-to'
import { PageShell } from '@/components/shell/page-shell'
import { inEnglish } from '@/components/ui/english'
import { Notice } from '@/components/ui/notice'
import { Runs } from '@/components/ui/runs'
import type { HistoryPage } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'
import { byWhom } from '@/lib/contract/words/by-whom'
import { say } from '@/lib/contract/words/catalogue'
import { mark } from '@/lib/contract/words/list'

/** Every version of one record, the newest first: since when, why, who, and what differs from the one before. */
export function HistoryView(page: HistoryPage) {
  const { coordinates, kind, record, name, stands, steps, earlier } = page
  const trail = [{ label: say('shell.nav.changes'), href: linkTo(coordinates, { name: 'changes' }) }]
  const home = stands ? recordHome(page, coordinates) : null
  return (
    <PageShell frame={page} trail={trail}>
      <h1>
        <Runs text={say('history.record.title', { name })} />
      </h1>
      <p className="under-title">
        {say(`address.kept.${kind}`)} <span className="code">{record}</span>
        {home !== null && (
          <>
            {' · '}
            <a href={home}>{say('history.record.home')}</a>
          </>
        )}
      </p>
      {!stands && <Notice>{say('history.record.gone')}</Notice>}
      <CompareVersions
        action={linkTo(coordinates, { name: 'history', kind, key: record })}
        versions={steps.map(({ revision }) => revision.number)}
      />
      <ol className="record-changes" reversed>
        {steps.map((step) => (
          <Step key={step.revision.number} step={step} at={coordinates} />
        ))}
      </ol>
      {earlier !== null && (
        <p className="screen">
          <a href={linkTo({ ...coordinates, revision: earlier }, coordinates.view)}>
            {say('history.record.earlier', { number: earlier })}
          </a>
        </p>
      )}
    </PageShell>
  )
}

function Step({ step, at }: { readonly step: HistoryPage['steps'][number]; readonly at: Coordinates }) {
  const { revision, marks, change, retirement } = step
  const { number, reason, recordedAt, kind } = revision
  return (
    <li id={`revision-${number}`}>
      <h2>
        <a href={linkTo(at, { name: 'change', number, against: null })}>{say('pages.changes.revision', { number })}</a>
        {mark('colon')}
        {say(`history.step.${change.what}`)}
      </h2>
      <p className="reason" {...inEnglish()}>
        {reason}
      </p>
      <p className="soft small">
        {say(`pages.changes.kinds.${kind}`)} · {byWhom(revision, marks)} · <Instant at={recordedAt} />
      </p>
      <MarkList marks={marks} at={at} />
      {change.what === 'withdrawn' ? (
        <WhyGone kind={change.kind} retirement={retirement} at={at} />
      ) : (
        <Sentences change={change} />
      )}
    </li>
  )
}
