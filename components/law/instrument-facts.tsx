import { HistoryLink } from '@/components/history/history-link'
import { BindingMark } from '@/components/law/binding-mark'
import { SourceRefs } from '@/components/law/numbered-sources'
import type { SourceNumbers } from '@/components/law/source-numbers'
import { DayStamp } from '@/components/marks/day-stamp'
import { linkTo, toEnglish } from '@/components/marks/link-to'
import { English, inEnglish } from '@/components/ui/english'
import { Facts } from '@/components/ui/facts'
import { Runs } from '@/components/ui/runs'
import { Zh } from '@/components/ui/zh'
import type { InstrumentPage } from '@/components/views/law-pages'
import { apiAddress } from '@/lib/contract/api-address'
import { nameOfCountry } from '@/lib/contract/countries'
import { say } from '@/lib/contract/words/catalogue'
import { instrumentName, numberOfInstrument } from '@/lib/contract/words/instrument'
import { mark } from '@/lib/contract/words/list'
import { regimeTitle } from '@/lib/contract/words/regime'

/** What an instrument is: names, authorities, binding, conditions, how far someone looked, where its text is. */
export function InstrumentFacts({ page, numbers }: { readonly page: InstrumentPage; readonly numbers: SourceNumbers }) {
  const { instrument, regime, coordinates } = page
  const { titleZh, authorities, conditions, sources } = instrument
  const facts = [
    {
      name: say('law.instrument.titleZh'),
      value: titleZh === null ? say('law.instrument.noTitleZh') : <Zh>{titleZh}</Zh>,
    },
    {
      name: say('pages.instrument.number'),
      value: instrument.number === null ? null : <Runs text={numberOfInstrument(instrument.number)} />,
    },
    { name: say('pages.instrument.issued'), value: <DayStamp day={instrument.issuedOn} /> },
    { name: say('pages.instrument.authorities'), value: <English>{authorities.join(', ')}</English> },
    { name: say('law.instrument.jurisdiction'), value: nameOfCountry(instrument.jurisdiction) },
    {
      name: say('law.instrument.regime'),
      value: <a href={linkTo(coordinates, { name: 'regime', key: regime.key })}>{regimeTitle(regime)}</a>,
    },
    { name: say('pages.instrument.binding'), value: <Binding binding={instrument.binding} /> },
    { name: say('pages.instrument.conditions'), value: conditions.length === 0 ? null : <List items={conditions} /> },
    { name: say('pages.instrument.verifiedThrough'), value: <LastLook instrument={instrument} /> },
    { name: say('pages.instrument.official'), value: <Official instrument={instrument} /> },
    { name: say('pages.instrument.sources'), value: <SourceRefs cited={sources} numbers={numbers} /> },
    {
      name: say('history.link'),
      value: (
        <HistoryLink kind="instrument" record={instrument.key} name={instrumentName(instrument)} at={coordinates} />
      ),
    },
    {
      name: say('law.instrument.api'),
      value: <a {...toEnglish(apiAddress(coordinates, 'matrix', { scope: 'all' }))}>{say('law.instrument.apiLink')}</a>,
    },
  ]
  return <Facts facts={facts} />
}

type Told = { readonly instrument: InstrumentPage['instrument'] }

function Binding({ binding }: Pick<Told['instrument'], 'binding'>) {
  return (
    <>
      <BindingMark binding={binding} />
      {mark('colon')}
      {say(binding === 'law' ? 'law.binding.lawCounts' : 'law.binding.statementCounts')}
    </>
  )
}

function LastLook({ instrument }: Told) {
  return (
    <>
      <p>
        {say('law.instrument.lastLook')}
        {mark('space')}
        <DayStamp day={instrument.verifiedThrough} />
      </p>
      {instrument.verificationNote !== null && (
        <p className="soft" {...inEnglish()}>
          {instrument.verificationNote}
        </p>
      )}
    </>
  )
}

function Official({ instrument: { officialUrl } }: Told) {
  if (officialUrl === null) return say('law.instrument.noOfficial')
  return (
    <a href={officialUrl} rel="noreferrer" className="address">
      {officialUrl}
      <span className="hidden-text">{`${mark('comma')}${say('shell.new')}`}</span>
    </a>
  )
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="conditions" {...inEnglish()}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
