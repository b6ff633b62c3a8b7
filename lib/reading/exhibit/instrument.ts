import 'server-only'
import { nameOfCountry } from '@/lib/contract/countries'
import type { Exhibit, ExhibitTable } from '@/lib/contract/exhibit'
import { entriesOf } from '@/lib/contract/timeline/entries'
import { say } from '@/lib/contract/words/catalogue'
import { easedInWords, effectDayInWords } from '@/lib/contract/words/compare'
import { dayInWords } from '@/lib/contract/words/day'
import { instrumentName } from '@/lib/contract/words/instrument'
import { printed } from '@/lib/contract/words/line'
import type { LocalDate } from '@/lib/ledger/interval'
import { countStates } from '@/lib/ledger/standing'
import { entriesTable } from './entries'
import { factsTable } from './facts'
import { under } from './frame'
import { provisionsTable } from './instrument-lines'
import { instrumentReach, partiesTable } from './instrument-reach'
import { statesInWords } from './instruments'
import type { PageOf } from './page-of'
import { plainExhibit } from './plain'
import { sourcesTable } from './sources-table'
import { linkOf, sourceLinks, tableOf } from './tables'
import { lawTimeline } from './timeline'

type InstrumentPage = PageOf<'instrument'>

/** One instrument: what it says and is, what its lines do on the asked day, what acts on it, and what it rests on. */
export function instrumentExhibit(page: InstrumentPage, recordedOn: LocalDate): Exhibit {
  const { instrument, coordinates: at, provisions, parties, claims, events, sources, spans } = page
  const lanes = spans.length === 0 ? [] : [{ instrument, spans }]
  const drawn = lawTimeline(instrumentName(instrument), at, lanes, page)
  return plainExhibit(page, recordedOn, {
    title: say('address.page.instrument', { name: instrument.titleEn, day: dayInWords(at.question.on) }),
    description: instrument.summary,
    sentences: [instrument.summary, ...onDay(page), ...effects(page), ...acts(page)],
    timelines: drawn === null ? [] : [drawn],
    tables: [
      ...(provisions.length === 0 ? [] : [provisionsTable(page)]),
      ...(parties.length === 0 ? [] : [partiesTable(page)]),
      facts(page),
      ...clauses(page),
      entriesTable(at, say('law.history.title'), entriesOf({ forms: [], lanes, claims, events }), sources),
      sourcesTable(at, sources),
    ],
    notes: [
      ...(instrument.disputes.length > 0 ? [say('proof.disputes.note')] : []),
      ...instrument.disputes.map(({ id, text }) => under(say('proof.disputes.title'), `${id} ${text}`)),
      ...(claims.length + events.length > 0 ? [say('law.history.note')] : []),
    ],
  })
}

/** Whether it binds, whether it is known under this question, and what its lines do on the asked day. */
function onDay({ instrument, provisions, coordinates }: InstrumentPage): readonly string[] {
  const { on, known } = coordinates.question
  if (instrument.binding === 'statement') return [say('law.instrument.statement')]
  if (known !== null && instrument.issuedOn > known) {
    return [say('law.instrument.notKnown', { issued: dayInWords(instrument.issuedOn), known: dayInWords(known) })]
  }
  if (provisions.length === 0) return [say('law.instrument.noLines')]
  const states = statesInWords(countStates(provisions), known)
  return [`${say('law.instrument.onDay', { day: dayInWords(on) })} ${states.join('; ')}.`]
}

/** The days on which it may have changed something, and what its easing comes to on the asked day. */
function effects({ effects: { days, relief }, coordinates, instruments }: InstrumentPage): readonly string[] {
  const nameOf = (_: string, key: string) => {
    const named = instruments[key]
    return named === undefined ? key : instrumentName(named)
  }
  return [
    ...days.map((day) => under(say('compare.instrument.title'), effectDayInWords(day))),
    ...(relief === null
      ? []
      : [under(say('compare.relief.title'), easedInWords(relief, coordinates.question.on, nameOf))]),
  ]
}

/** What suspends, extends or repeals it, with its state on the asked day, and what it acts on itself. */
function acts({ actedOnBy, actsOn, coordinates, instrument }: InstrumentPage): readonly string[] {
  if (instrument.binding === 'statement') return []
  const { known } = coordinates.question
  const none = known === null ? say('law.acts.noneOnIt') : say('law.acts.noneKnownOnIt', { day: dayInWords(known) })
  const onIt = actedOnBy.map(({ instrument: by, provision, state }) =>
    [
      `${instrumentName(by)}, ${provision.clause}: ${say('law.acts.by', { effect: say(`proof.effect.${provision.effect}`) })}.`,
      `${say(`status.state.${state}`)}.`,
      `${printed(provision)}.`,
      ...(provision.lastDayReading === 'assumed-inclusive' ? [say('proof.assumed')] : []),
    ].join(' '),
  )
  const itself = actsOn.map((target) => `${instrumentName(target)} · ${target.titleEn}, ${dayInWords(target.issuedOn)}`)
  return [
    ...(actedOnBy.length === 0 ? [none] : onIt),
    ...(itself.length === 0 ? [] : [`${say('pages.instrument.actsOn')}: ${itself.join('; ')}`]),
  ]
}

function facts(page: InstrumentPage): ExhibitTable {
  const { instrument, regime, coordinates: at, sources } = page
  const { titleZh, number, issuedOn, authorities, jurisdiction, binding, conditions, officialUrl } = instrument
  return factsTable(say('law.instrument.facts'), [
    [say('law.instrument.titleZh'), titleZh ?? say('law.instrument.noTitleZh')],
    [say('pages.instrument.number'), number],
    [say('pages.instrument.issued'), dayInWords(issuedOn)],
    [say('pages.instrument.authorities'), authorities.join(', ')],
    [say('law.instrument.jurisdiction'), nameOfCountry(jurisdiction)],
    [say('law.instrument.regime'), linkOf(at, regime.nameEn, { name: 'regime', key: regime.key })],
    [
      say('pages.instrument.binding'),
      `${say(`law.binding.${binding}`)}: ${say(binding === 'law' ? 'law.binding.lawCounts' : 'law.binding.statementCounts')}`,
    ],
    [say('pages.instrument.conditions'), [...conditions]],
    [
      say('pages.instrument.verifiedThrough'),
      [
        `${say('law.instrument.lastLook')} ${dayInWords(instrument.verifiedThrough)}`,
        ...(instrument.verificationNote === null ? [] : [instrument.verificationNote]),
      ],
    ],
    [
      say('pages.instrument.official'),
      officialUrl === null ? say('law.instrument.noOfficial') : { text: officialUrl, href: officialUrl },
    ],
    ...instrumentReach(page),
    [say('pages.instrument.sources'), sourceLinks(at, instrument.sources, sources)],
  ])
}

/** The clauses that it and its lines were read from, as far as they were copied out: original and gloss. */
function clauses({ instrument, provisions, coordinates, sources }: InstrumentPage): readonly ExhibitTable[] {
  const cited = [
    ...instrument.sources.map((citation) => ({ clause: null, citation })),
    ...provisions.flatMap(({ provision }) =>
      provision.sources.map((citation) => ({ clause: provision.clause, citation })),
    ),
  ].filter(({ citation }) => citation.clause !== undefined)
  if (cited.length === 0) return []
  return [
    tableOf({ key: 'clauses', title: say('history.clause.title') }, cited, [
      ['clause', 'text', ({ clause }) => clause],
      ['source', 'link', ({ citation }) => sourceLinks(coordinates, [citation], sources)[0] ?? null],
      ['original', 'text', ({ citation }) => citation.clause?.original ?? null],
      ['gloss', 'text', ({ citation }) => citation.clause?.gloss ?? say('history.clause.noGloss')],
    ]),
  ]
}
