import { StateMark } from '@/components/marks/state-mark'
import type { InstrumentEntry } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'

/** How many lines of an instrument are doing what on the asked day. */
export function StateCounts({ states }: Pick<InstrumentEntry, 'states'>) {
  if (states.length === 0) return <span className="soft">{say('law.state.none')}</span>
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
