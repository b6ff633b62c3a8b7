import { ChangeFacts } from '@/components/history/change-facts'
import { ClaimChanges } from '@/components/history/claim-changes'
import { FlipTable } from '@/components/history/flip-table'
import { MarkList } from '@/components/history/mark-list'
import { RecordChanges } from '@/components/history/record-changes'
import { linkTo } from '@/components/marks/link-to'
import { PageShell } from '@/components/shell/page-shell'
import { Section } from '@/components/ui/section'
import type { ChangePage } from '@/components/views/history-pages'
import { addressOf } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** One revision: who, when and why, what it changed in sentences, and which cells and claims answer otherwise since. */
export function ChangeView(page: ChangePage) {
  const { revision, marks, coordinates, against, isNeighbour } = page
  const { number, kind, reason } = revision
  const trail = [{ label: say('shell.nav.changes'), href: linkTo(coordinates, { name: 'changes' }) }]
  return (
    <PageShell frame={page} trail={trail}>
      <h1>
        {against === null || isNeighbour
          ? say('history.change.title', { number, kind: say(`pages.changes.kinds.${kind}`) })
          : say('history.change.against', { number, against: against.number })}
      </h1>
      <p className="lede">{reason}</p>
      <MarkList marks={marks} at={coordinates} />
      <Neighbours page={page} />
      <Section id="facts" title={say('history.change.facts')}>
        <ChangeFacts page={page} />
      </Section>
      <Section id="consequences" title={say('history.change.cells')}>
        <Cells page={page} />
      </Section>
      <Section id="records" title={say('history.change.records', { count: countOf(page) })}>
        <p className="soft">{countsInWords(page)}</p>
        <RecordChanges changes={page.changes} at={coordinates} />
        {page.left > 0 && <p>{say('history.change.left', { count: page.left })}</p>}
      </Section>
    </PageShell>
  )
}

function countOf({ counts }: ChangePage): number {
  return counts.reduce((sum, { records }) => sum + records, 0)
}

function countsInWords({ counts, against }: ChangePage): string {
  if (counts.length === 0) return say('history.change.nothing')
  const kinds = counts.map(({ kind, records }) => say(`history.count.${kind}`, { count: records })).join(', ')
  return against === null ? say('history.change.firstRecords', { kinds }) : `${kinds}.`
}

/** The cells and claims that answer otherwise; every question is asked, and those that flip alike are told together. */
function Cells({ page: { consequences, coordinates, revision } }: { readonly page: ChangePage }) {
  if (consequences === null) return <p>{say('history.change.firstCells')}</p>
  const { cells, firstDay, groups, claims } = consequences
  const at = { ...coordinates, revision: revision.number }
  return (
    <>
      {firstDay === null ? (
        <p>{say('history.change.noCells')}</p>
      ) : (
        <>
          <p>{say('history.change.cellsFrom', { count: cells, day: dayInWords(firstDay) })}</p>
          <p className="soft">{say('history.change.cellsNote')}</p>
          <FlipTable groups={groups} caption={say('history.flips.caption', { count: groups.length })} at={at} />
        </>
      )}
      <ClaimChanges claims={claims} at={coordinates} />
    </>
  )
}

function Neighbours({ page }: { readonly page: ChangePage }) {
  const { coordinates, revision, against, next } = page
  const { number } = revision
  const matrix = (at: number) => addressOf({ ...coordinates, lastSeen: false, revision: at, view: { name: 'matrix' } })
  const links = [
    number === 1
      ? null
      : { href: linkTo(coordinates, view(number - 1)), words: say('history.change.before', { number: number - 1 }) },
    next === null
      ? null
      : { href: linkTo(coordinates, view(next)), words: say('history.change.after', { number: next }) },
    against === null
      ? null
      : { href: matrix(against.number), words: say('history.change.matrix', { number: against.number }) },
    { href: matrix(number), words: say('history.change.matrix', { number }) },
  ].filter((link) => link !== null)
  return (
    <nav aria-label={say('history.change.neighbours')} className="screen">
      <ul className="inline-list small">
        {links.map(({ href, words }) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function view(number: number) {
  return { name: 'change', number, against: null } as const
}
