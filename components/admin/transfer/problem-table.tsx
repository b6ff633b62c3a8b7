import { CellName } from '@/components/ui/cell-name'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ImportProblem } from '@/lib/contract/edit/dry-run'
import { say } from '@/lib/contract/words/catalogue'

/** What stops an import, each with its file, its row and its column. */
export function ProblemTable({
  problems,
  count,
}: {
  readonly problems: readonly ImportProblem[]
  /** How many there are in all: only the first are listed. */
  readonly count: number
}) {
  const more = count - problems.length
  return (
    <>
      <p>{say('transfer.run.problemsLead')}</p>
      <ScrollRegion name={say('transfer.table', { name: say('transfer.run.problems', { count }) })}>
        <table className="plain records">
          <caption className="hidden-text">{say('transfer.run.problems', { count })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('transfer.run.upload')}</th>
              <th scope="col">{say('transfer.run.place')}</th>
              <th scope="col">{say('transfer.run.field')}</th>
              <th scope="col">{say('transfer.run.what')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem) => (
              <Row key={JSON.stringify(problem)} problem={problem} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {more > 0 && <p className="soft">{say('transfer.run.more', { count: more })}</p>}
    </>
  )
}

function Row({ problem: { upload, at, field, what } }: { readonly problem: ImportProblem }) {
  return (
    <tr>
      <th scope="row">{upload}</th>
      <td>
        <CellName>{say('transfer.run.place')}</CellName>
        <span>{at !== null && say(`transfer.run.${at.by}`, { number: at.number })}</span>
      </td>
      <td>
        <CellName>{say('transfer.run.field')}</CellName>
        <span className="code">{field}</span>
      </td>
      <td>
        <CellName>{say('transfer.run.what')}</CellName>
        <span>{what}</span>
      </td>
    </tr>
  )
}
