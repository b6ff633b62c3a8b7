import { StateMark } from '@/components/marks/state-mark'
import type { InstrumentEntry } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import type { LocalDate } from '@/lib/ledger/interval'

/** How many lines of an instrument, of those known by the question's known day, are doing what on the asked day. */
export function StateCounts({ states, known }: Pick<InstrumentEntry, 'states'> & { readonly known: LocalDate | null }) {
  if (states.length === 0) {
    return (
      <span className="soft">
        {known === null ? say('law.state.none') : say('law.state.noneKnown', { day: dayInWords(known) })}
      </span>
    )
  }
  return (
    <ul className="state-counts">
      {states.map(({ state, firm, lines }) => (
        <li key={`${state} ${firm}`}>
          <StateMark state={state} firm={firm} />{' '}
          <span className="soft">{say('law.state.lines', { count: lines })}</span>
        </li>
      ))}
    </ul>
  )
}
