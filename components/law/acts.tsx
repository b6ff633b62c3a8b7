import { OwnTitle } from '@/components/marks/both-names'
import { ClauseName } from '@/components/marks/clause-name'
import { DayStamp } from '@/components/marks/day-stamp'
import { InstrumentLink } from '@/components/marks/instrument-link'
import { linkTo } from '@/components/marks/link-to'
import { StateMark } from '@/components/marks/state-mark'
import type { InstrumentPage } from '@/components/views/law-pages'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { printed } from '@/lib/contract/words/line'
import { mark, sentences } from '@/lib/contract/words/list'

/** What suspends, extends or repeals an instrument, with its state on the asked day, and what the instrument acts on. */
export function Acts({ page }: { readonly page: InstrumentPage }) {
  const { actedOnBy, actsOn, coordinates } = page
  const { known } = coordinates.question
  return (
    <>
      <h3>{say('pages.instrument.acted')}</h3>
      {actedOnBy.length === 0 ? (
        <p>{known === null ? say('law.acts.noneOnIt') : say('law.acts.noneKnownOnIt', { day: dayInWords(known) })}</p>
      ) : (
        <ul className="lines">
          {actedOnBy.map(({ instrument, provision, state }) => (
            <li key={provision.key}>
              <p>
                <InstrumentLink at={coordinates} instrument={instrument} />
                {mark('comma')}
                <a href={`${linkTo(coordinates, { name: 'instrument', key: instrument.key })}#${provision.key}`}>
                  <ClauseName clause={provision.clause} />
                </a>
                {mark('colon')}
                {say('law.acts.by', { effect: say(`proof.effect.${provision.effect}`) })}
                {mark('stop')} <StateMark state={state} />
              </p>
              <p className="small soft">
                {sentences(
                  `${printed(provision)}${mark('stop')}`,
                  provision.lastDayReading === 'assumed-inclusive' ? say('proof.assumed') : null,
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {actsOn.length > 0 && (
        <>
          <h3>{say('pages.instrument.actsOn')}</h3>
          <ul className="lines">
            {actsOn.map((instrument) => (
              <li key={instrument.key}>
                <InstrumentLink at={coordinates} instrument={instrument} />
                <span className="soft">
                  {' · '}
                  <OwnTitle of={instrument} />
                  {mark('comma')}
                  <DayStamp day={instrument.issuedOn} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
