import { figuresInWords } from '@/components/admin/service/service-words'
import { UrgencyMark } from '@/components/admin/service/urgency-mark'
import { CellName } from '@/components/ui/cell-name'
import type { Judged, Subject } from '@/lib/contract/service/judge'
import type { ServiceStanding } from '@/lib/contract/service/standing'
import { say } from '@/lib/contract/words/catalogue'

/** What is judged of the service, one subject a row: how it stands, by which figures, and what to do where it is not fine. */
export function ServiceTable({
  standing,
  judged,
}: {
  readonly standing: ServiceStanding
  readonly judged: readonly Judged[]
}) {
  return (
    <table className="plain records">
      <thead>
        <tr>
          <th scope="col">{say('service.column.subject')}</th>
          <th scope="col">{say('service.column.state')}</th>
          <th scope="col">{say('service.column.figures')}</th>
          <th scope="col">{say('service.column.advice')}</th>
        </tr>
      </thead>
      <tbody>
        {judged.map(({ subject, urgency }) => (
          <tr key={subject}>
            <th scope="row">{say(`service.subject.${subject}`)}</th>
            <td>
              <CellName>{say('service.column.state')}</CellName>
              <UrgencyMark urgency={urgency} />
            </td>
            <td>
              <CellName>{say('service.column.figures')}</CellName>
              {figuresInWords(subject, standing)}
            </td>
            <td>
              <CellName>{say('service.column.advice')}</CellName>
              {urgency === 'fine' ? (
                <span className="soft">{say('service.nothing')}</span>
              ) : (
                <Advice subject={subject} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The page on which something can be done about it; what has none is done at the machine. */
const PAGES: { readonly [subject in Subject]?: string } = {
  integrity: '/about/integrity',
  webhooks: '/admin/webhooks',
  overdue: '/admin/verify',
}

function Advice({ subject }: { readonly subject: Subject }) {
  const page = PAGES[subject]
  return (
    <>
      {page === undefined ? say(`service.advice.${subject}`) : <a href={page}>{say(`service.advice.${subject}`)}</a>}{' '}
      <span className="soft">{say('service.runbook', { part: `.github/RUNBOOK.md#${subject}` })}</span>
    </>
  )
}
