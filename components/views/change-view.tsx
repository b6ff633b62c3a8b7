import { ChangeFacts } from '@/components/history/change-facts'
import { ChangeLinks } from '@/components/history/change-links'
import { CompareRevision } from '@/components/history/compare-form'
import { MarkList } from '@/components/history/mark-list'
import { RecordChanges } from '@/components/history/record-changes'
import { ImpactView } from '@/components/impact/impact-view'
import { linkTo } from '@/components/marks/link-to'
import { PageShell } from '@/components/shell/page-shell'
import { inEnglish } from '@/components/ui/english'
import { Section } from '@/components/ui/section'
import type { ChangePage } from '@/components/views/history-pages'
import { say } from '@/lib/contract/words/catalogue'
import { recordsInWords } from '@/lib/contract/words/records'

/** One revision: who, when and why, what it changed in sentences, and which cells and claims answer otherwise since. */
export function ChangeView(page: ChangePage) {
  const { revision, marks, coordinates } = page
  const compared = comparedIn(page)
  const { number, kind, reason } = revision
  const trail = [{ label: say('shell.nav.changes'), href: linkTo(coordinates, { name: 'changes' }) }]
  return (
    <PageShell frame={page} trail={trail}>
      <h1>
        {compared === null
          ? say('history.change.title', { number, kind: say(`pages.changes.kinds.${kind}`) })
          : say('history.change.against', compared)}
      </h1>
      {compared === null ? (
        <>
          <p className="lede" {...inEnglish()}>
            {reason}
          </p>
          <MarkList marks={marks} at={coordinates} />
        </>
      ) : (
        <p className="lede">{say('history.compared.lead', compared)}</p>
      )}
      <ChangeLinks page={page} />
      <CompareRevision number={number} at={coordinates} />
      <Section id="consequences" title={say(compared === null ? 'history.change.cells' : 'history.compared.cells')}>
        <Answers page={page} />
      </Section>
      <Section
        id="records"
        title={say(compared === null ? 'history.change.records' : 'history.compared.records', { count: countOf(page) })}
      >
        <p className="soft">{recordsInWords(page)}</p>
        <RecordChanges changes={page.changes} compared={compared} at={coordinates} />
        {page.left > 0 && <p>{say('history.change.left', { count: page.left })}</p>}
      </Section>
      {compared === null && (
        <Section id="facts" title={say('history.change.facts')}>
          <ChangeFacts page={page} />
        </Section>
      )}
    </PageShell>
  )
}

/** The two revisions of a page that compares others than neighbours; `null` for what one revision changed. */
function comparedIn({ revision, against, isNeighbour }: ChangePage) {
  return against === null || isNeighbour ? null : { number: revision.number, against: against.number }
}

function countOf({ counts }: ChangePage): number {
  return counts.reduce((sum, { records }) => sum + records, 0)
}

/** The same values, told in the same way, as the editors saw them before it was published. */
function Answers({ page: { impact, nameOf } }: { readonly page: ChangePage }) {
  return impact === null ? <p>{say('history.change.firstCells')}</p> : <ImpactView impact={impact} nameOf={nameOf} />
}
