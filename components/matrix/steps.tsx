import { linkAsking } from '@/components/marks/link-to'
import type { MatrixPage } from '@/components/views/matrix-page'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** Steps from change to change, so that no reader hunts for the days on which something happens. */
export function Steps({ page }: { readonly page: MatrixPage }) {
  const { coordinates, changeDays } = page
  const { on } = coordinates.question
  const previous = changeDays.findLast((day) => day.on < on)
  const next = changeDays.find((day) => day.on > on)
  return (
    <nav className="steps" aria-label={say('matrix.steps.name')}>
      {previous === undefined ? (
        <span className="soft">{say('matrix.steps.noPrevious')}</span>
      ) : (
        <a rel="prev" href={linkAsking(coordinates, { on: previous.on })}>
          {say('matrix.steps.previous', { day: dayInWords(previous.on) })}
        </a>
      )}
      {next === undefined ? (
        <span className="soft">{say('matrix.steps.noNext')}</span>
      ) : (
        <a rel="next" href={linkAsking(coordinates, { on: next.on })}>
          {say('matrix.steps.next', { day: dayInWords(next.on) })}
        </a>
      )}
      <details>
        <summary>{say('matrix.steps.all', { count: changeDays.length })}</summary>
        <ol>
          {changeDays.map((day) => (
            <li key={day.on}>
              <a href={linkAsking(coordinates, { on: day.on })} aria-current={day.on === on ? 'date' : undefined}>
                {dayInWords(day.on)}
              </a>
              <span className="soft">{` ${say('matrix.steps.cells', { count: day.cells })}`}</span>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
