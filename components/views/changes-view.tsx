import { MarkList } from '@/components/history/mark-list'
import { Instant } from '@/components/marks/instant'
import { linkTo } from '@/components/marks/link-to'
import { PageShell } from '@/components/shell/page-shell'
import { CellName } from '@/components/ui/cell-name'
import { inEnglish } from '@/components/ui/english'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ChangesEntry, ChangesPage } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'
import { byWhom } from '@/lib/contract/words/by-whom'
import { say } from '@/lib/contract/words/catalogue'

const COLUMNS = ['revision', 'why', 'at', 'records', 'cells'] as const
const NUMBERS: ReadonlySet<string> = new Set(['records', 'cells'])

/** The revisions up to the one looked at, the newest first: what kind of change, why, who, when, and how much it moved. */
export function ChangesView({ entries, before, earlier, later, ...frame }: ChangesPage) {
  const { coordinates } = frame
  return (
    <PageShell frame={frame}>
      <h1>{before === null ? say('pages.changes.title') : say('history.changes.before', { number: before })}</h1>
      <p className="lede">{say('pages.changes.lead')}</p>
      <p className="soft">{say('library.changes.hashNote')}</p>
      {entries.length === 0 ? (
        <p>{say('history.changes.none')}</p>
      ) : (
        <ScrollRegion name={say('history.changes.region')}>
          <table className="plain records changes">
            <caption>{captionOf(entries)}</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={NUMBERS.has(column) ? 'num' : undefined}>
                    {say(`history.changes.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.revision.number} entry={entry} at={coordinates} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <Steps earlier={earlier} later={later} at={coordinates} />
    </PageShell>
  )
}

function captionOf(entries: readonly ChangesEntry[]): string {
  const numbers = entries.map(({ revision }) => revision.number)
  return say('history.changes.caption', {
    count: numbers.length,
    first: Math.min(...numbers),
    last: Math.max(...numbers),
  })
}

function Row({ entry, at }: { readonly entry: ChangesEntry; readonly at: Coordinates }) {
  const { revision, marks, records, cells } = entry
  const { number, kind, reason, recordedAt } = revision
  return (
    <tr id={`revision-${number}`}>
      <th scope="row">
        <a href={linkTo(at, { name: 'change', number, against: null })}>{say('pages.changes.revision', { number })}</a>
        <span className="title">{say(`pages.changes.kinds.${kind}`)}</span>
      </th>
      <td>
        <CellName>{say('history.changes.why')}</CellName>
        <p className="reason" {...inEnglish()}>
          {reason}
        </p>
        <p className="soft">{byWhom(revision, marks)}</p>
        <MarkList marks={marks} at={at} />
      </td>
      <td>
        <CellName>{say('history.changes.at')}</CellName>
        <Instant at={recordedAt} />
      </td>
      <td className="num">
        <CellName>{say('history.changes.records')}</CellName>
        {say('history.changes.number', { count: records })}
      </td>
      <td className="num">
        <CellName>{say('history.changes.cells')}</CellName>
        {cells === null ? say('history.changes.first') : say('history.changes.number', { count: cells })}
      </td>
    </tr>
  )
}

function Steps({ earlier, later, at }: Pick<ChangesPage, 'earlier' | 'later'> & { readonly at: Coordinates }) {
  if (earlier === null && later === null) return null
  const toLater =
    later === 'newest' ? ({ name: 'changes' } as const) : ({ name: 'earlier', before: later ?? 1 } as const)
  return (
    <nav aria-label={say('history.changes.pages')} className="screen">
      <ul className="inline-list">
        {later !== null && (
          <li>
            <a href={linkTo(at, toLater)} rel="prev">
              {say('history.changes.later')}
            </a>
          </li>
        )}
        {earlier !== null && (
          <li>
            <a href={linkTo(at, { name: 'earlier', before: earlier })} rel="next">
              {say('history.changes.earlier', { number: earlier })}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
