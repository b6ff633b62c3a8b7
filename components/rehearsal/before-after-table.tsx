import { withBreaks } from '@/components/matrix/breaks'
import { RowHead } from '@/components/matrix/row-head'
import { BeforeAfterCell } from '@/components/rehearsal/before-after-cell'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { RehearsalPage } from '@/components/views/rehearsal-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { askedInWords, columnName, inFamilies } from '@/lib/contract/words/matrix'
import { supposedClock } from '@/lib/contract/words/rehearsal'
import type { LocalDate } from '@/lib/ledger/interval'

/** As many forms beside the name fit a window of 90rem; more scroll sideways inside their region. */
const FITTING = 16

type Days = { readonly last: LocalDate; readonly first: LocalDate }

/** The matrix on two days at once: each cell on the last day of the suspension and on the day after. */
export function BeforeAfterTable({ page, days }: { readonly page: RehearsalPage; readonly days: Days }) {
  const forms = inFamilies(page.forms)
  return (
    <ScrollRegion name={say('rehearsal.region')} wide="matrix">
      <table
        className="matrix rehearsed"
        data-fits={forms.length <= FITTING ? '' : undefined}
        data-supposed={page.supposes === 'recorded' ? undefined : ''}
      >
        <Caption page={page} days={days} />
        <thead>
          <tr>
            <th scope="col">{say('matrix.head.material')}</th>
            {forms.map((form) => (
              <th key={form.key} scope="col">
                {withBreaks(columnName(form))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map(({ material, cells }) => (
            <tr key={material.key} data-k={material.key}>
              <RowHead material={material} elsewhere={[]} at={page.coordinates} />
              {forms.map((form) => (
                <BeforeAfterCell
                  key={form.key}
                  form={form}
                  cell={cells.find((cell) => cell.form === form.key)}
                  page={page}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** A copy of the table still says that it is supposed, of which days it is, and what was asked. */
function Caption({ page, days }: { readonly page: RehearsalPage; readonly days: Days }) {
  const values = { count: page.rows.length, last: dayInWords(days.last), first: dayInWords(days.first) }
  const clock = supposedClock(page)
  return (
    <caption>
      <span>
        {' '}
        <strong>{say(clock === null ? 'rehearsal.caption' : 'rehearsal.captionHypothetical', values)}</strong>{' '}
        {[
          ...(clock === null ? [] : [clock]),
          askedInWords(page.coordinates, page.parties),
          say('matrix.caption.revision', { number: page.coordinates.revision }),
        ].join(' · ')}
      </span>
    </caption>
  )
}
