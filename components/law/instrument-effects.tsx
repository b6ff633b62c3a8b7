import { linkComparing } from '@/components/marks/link-to'
import { Section } from '@/components/ui/section'
import type { InstrumentPage } from '@/components/views/law-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { easedInWords, effectDayInWords } from '@/lib/contract/words/compare'
import { instrumentName } from '@/lib/contract/words/instrument'
import { previousDay } from '@/lib/ledger/interval'

/** Each day on which an instrument may have changed something leads to what differs from the day before it. */
export function InstrumentEffects({ page }: { readonly page: InstrumentPage }) {
  const { effects, coordinates } = page
  const { days, relief } = effects
  if (days.length === 0 && relief === null) return null
  return (
    <Section id="effects" title={say('compare.instrument.title')}>
      {days.length > 0 && (
        <ul className="lines">
          {days.map((day) => (
            <li key={`${day.what} ${day.on}`}>
              <a href={dayBefore(coordinates, day.on)}>{effectDayInWords(day)}</a>
            </li>
          ))}
        </ul>
      )}
      {relief !== null && (
        <>
          <h3>{say('compare.relief.title')}</h3>
          <p>{easedInWords(relief, coordinates.question.on, nameIn(page))}</p>
          <p className="small soft">{say(`compare.sides.scope.${coordinates.scope}`)}</p>
        </>
      )}
    </Section>
  )
}

/** All materials: an instrument is told whole, whatever the reader's own scope. */
function dayBefore(at: Coordinates, on: InstrumentPage['effects']['days'][number]['on']): string {
  return linkComparing({ ...at, scope: 'all', question: { ...at.question, on } }, { on: previousDay(on) })
}

function nameIn({ instruments }: InstrumentPage) {
  return (_: string, key: string) => {
    const instrument = instruments[key]
    return instrument === undefined ? key : instrumentName(instrument)
  }
}
