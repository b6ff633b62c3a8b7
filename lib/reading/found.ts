import 'server-only'
import { liveAddress } from '@/lib/contract/address'
import { refine } from '@/lib/contract/address-reading'
import { nameOfCountry } from '@/lib/contract/countries'
import type { Found } from '@/lib/contract/found'
import { entryAnchor } from '@/lib/contract/timeline/entries'
import type { View } from '@/lib/contract/view'
import { say } from '@/lib/contract/words/catalogue'
import { clauseName } from '@/lib/contract/words/clause'
import { dayInWords, looseInWords } from '@/lib/contract/words/day'
import { numberOfInstrument } from '@/lib/contract/words/instrument'
import { language } from '@/lib/contract/words/language'
import { listed } from '@/lib/contract/words/list'
import { regimeName, regimeTitle } from '@/lib/contract/words/regime'
import type { Kind, Records } from '@/lib/ledger/change'
import type { Form, Instrument, Material, Party, Provision, Regime } from '@/lib/ledger/record'
import type { Claim, Event, Indicator, Source, WholeRecord } from '@/lib/ledger/testimony'

/** A record as a find: its page of the newest answer, its names, and what tells it from others of that name. */
export function asFound<K extends Kind>(record: WholeRecord, kind: K, one: Records[K]): Found {
  const told = (AS_FOUND[kind] as (one: Records[K], record: WholeRecord) => Told)(one, record)
  return { key: one.key, ...told }
}

type Told = Omit<Found, 'key'>

const AS_FOUND: { readonly [kind in Kind]: (one: Records[kind], record: WholeRecord) => Told } = {
  material: foundMaterial,
  form: foundForm,
  regime: foundRegime,
  instrument: foundInstrument,
  provision: foundItem,
  party: foundParty,
  source: foundSource,
  event: foundEvent,
  claim: foundClaim,
  indicator: foundSeries,
}

function foundMaterial({ key, nameEn, nameZh, symbol, kind }: Material): Told {
  const label = symbol === null ? nameEn : `${symbol} · ${nameEn}`
  return { href: at({ name: 'material', key }), label, language: null, zh: nameZh, note: say(`search.kind.${kind}`) }
}

/** A form has no page of its own but that of its versions. */
function foundForm({ key, nameEn, nameZh }: Form): Told {
  const href = at({ name: 'history', kind: 'form', key })
  return { href, label: nameEn, language: null, zh: nameZh, note: say('search.form') }
}

function foundRegime({ key, nameEn, shortName }: Regime): Told {
  const zh = regimeName({ shortName })
  return {
    href: at({ name: 'regime', key }),
    label: shortName,
    language: null,
    zh: zh === shortName ? null : zh,
    note: regimeTitle({ nameEn }),
  }
}

function foundInstrument({ key, number, titleEn, titleZh, issuedOn }: Instrument): Told {
  const label = number === null ? titleEn : `${number} · ${titleEn}`
  const issued = dayInWords(issuedOn)
  const note = number === null || language() === 'en' ? issued : listed([numberOfInstrument(number), issued], 'parts')
  return { href: at({ name: 'instrument', key }), label, language: null, zh: titleZh, note }
}

function foundItem({ key, instrument, clause, item, hsCodes }: Provision, record: WholeRecord): Told {
  const of = record.instruments.find((candidate) => candidate.key === instrument)
  const name = of?.number == null ? (of?.titleEn ?? instrument) : numberOfInstrument(of.number)
  const href = `${at({ name: 'instrument', key: instrument })}#${key}`
  return { href, label: `${clauseName(clause)} · ${item}`, language: null, zh: null, note: listed([name, ...hsCodes]) }
}

function foundParty({ key, nameEn, nameZh, country }: Party): Told {
  const note = country === null ? null : nameOfCountry(country)
  return { href: at({ name: 'matrix' }, key), label: nameEn, language: null, zh: nameZh, note }
}

function foundSource({ key, title, publisher, publishedOn, language: own }: Source): Told {
  const note = publishedOn === null ? publisher : listed([publisher, looseInWords(publishedOn)], 'parts')
  const other = own === 'en' ? null : own
  return { href: at({ name: 'source', key }), label: title, language: other, zh: null, note }
}

/** An event is told where it belongs: with the first instrument or regime that it names. */
function foundEvent(event: Event): Told {
  const [instrument] = event.instruments
  const [regime] = event.regimes
  const anchor = `#${entryAnchor({ kind: 'event', event })}`
  const href =
    instrument !== undefined
      ? `${at({ name: 'instrument', key: instrument })}${anchor}`
      : regime !== undefined
        ? `${at({ name: 'regime', key: regime })}${anchor}`
        : at({ name: 'history', kind: 'event', key: event.key })
  return { href, label: event.title, language: null, zh: null, note: looseInWords(event.startsOn) }
}

function foundClaim({ key, speaker, statement, saidOn }: Claim): Told {
  const note = listed([speaker.name, looseInWords(saidOn)], 'parts')
  return { href: at({ name: 'claim', key }), label: statement, language: null, zh: null, note }
}

function foundSeries({ key, title, unit }: Indicator): Told {
  return { href: at({ name: 'series', key }), label: title, language: null, zh: null, note: unit }
}

function at(view: View, party: string | null = null): string {
  return liveAddress({ view, ...refine(party === null ? {} : { party }) })
}
