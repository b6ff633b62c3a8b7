import 'server-only'
import { liveAddress } from '@/lib/contract/address'
import { refine } from '@/lib/contract/address-reading'
import { readAnnouncement } from '@/lib/contract/announcement'
import { hasNumber } from '@/lib/contract/code'
import { nameOfCountry } from '@/lib/contract/countries'
import type { Found, FoundGroup } from '@/lib/contract/found'
import type { View } from '@/lib/contract/view'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'
import { isLocalDate } from '@/lib/ledger/interval'
import type { Instrument, Material, Party, Provision, Regime } from '@/lib/ledger/record'
import type { Source, WholeRecord } from '@/lib/ledger/testimony'
import { rankOf } from './rank'

/** The longest text that is searched for: anything longer is not the name of a thing in this record. */
const LONGEST_QUERY = 120

/** Why a text is not searched for, in words; `null` when it is. */
export function whyNotSearched(text: string): string | null {
  return text.length > LONGEST_QUERY ? say('search.too-long', { most: LONGEST_QUERY }) : null
}

/** How many of one kind are listed at once. */
const LISTED = 40

/**
 * Finds symbols, names in English and Chinese, HS codes, item codes, announcement numbers, parties and sources.
 * Groups without a find are left out; inside a group the closest match comes first.
 */
export function findInRecord(record: WholeRecord, text: string): readonly FoundGroup[] {
  const query = text.normalize('NFKC').trim().toLowerCase()
  if (query === '') return []
  return [
    group('materials', record.materials, query, materialTexts, foundMaterial),
    group('instruments', record.instruments, query, instrumentTexts, foundInstrument),
    group('items', record.provisions, query, itemTexts, (line) => foundItem(record, line)),
    group('regimes', record.regimes, query, (regime) => [regime.nameEn, regime.shortName, regime.key], foundRegime),
    group('parties', record.parties, query, (party) => [party.nameEn, party.nameZh, party.key], foundParty),
    group('sources', record.sources, query, (source) => [source.title, source.publisher, source.key], foundSource),
  ].filter((found) => found.total > 0)
}

function group<Item>(
  kind: FoundGroup['kind'],
  items: readonly Item[],
  query: string,
  textsOf: (item: Item, query: string) => readonly (string | null)[],
  foundOf: (item: Item) => Found,
): FoundGroup {
  const ranked = items
    .flatMap((item) => {
      const rank = rankOf(query, textsOf(item, query))
      return rank === null ? [] : [{ rank, found: foundOf(item) }]
    })
    .sort((a, b) => a.rank - b.rank || (a.found.label < b.found.label ? -1 : 1))
  return { kind, found: ranked.slice(0, LISTED).map(({ found }) => found), total: ranked.length }
}

function materialTexts({ key, symbol, atomicNumber, nameEn, nameZh, aliases }: Material, query: string) {
  const number = atomicNumber !== null && query === String(atomicNumber) ? query : null
  return [symbol, key, nameEn, nameZh, number, ...aliases]
}

/** An announcement number matches whole: 6 is not 61. */
function instrumentTexts({ key, number, titleEn, titleZh, issuedOn }: Instrument, query: string) {
  const asked = readAnnouncement(query)
  if (asked === null) return [key, number, titleEn, titleZh]
  return hasNumber(number, asked) ? [query] : asked.year === null && issuedOn.startsWith(query) ? [issuedOn] : []
}

/** Customs codes match from their start, with or without dots; item codes and goods by any part. */
function itemTexts({ clause, item, hsCodes }: Provision, query: string) {
  const digits = query.replace(/[.\s]/gu, '')
  if (/^\d{4,10}$/u.test(digits)) return hsCodes.filter((code) => code.startsWith(digits)).map(() => query)
  return [clause, item]
}

function foundMaterial({ key, nameEn, nameZh, symbol, kind }: Material): Found {
  const label = symbol === null ? nameEn : `${symbol} · ${nameEn}`
  return { href: at({ name: 'material', key }), label, language: null, zh: nameZh, note: say(`search.kind.${kind}`) }
}

function foundInstrument({ key, number, titleEn, titleZh, issuedOn }: Instrument): Found {
  const label = number === null ? titleEn : `${number} · ${titleEn}`
  return { href: at({ name: 'instrument', key }), label, language: null, zh: titleZh, note: dayInWords(issuedOn) }
}

function foundItem(record: WholeRecord, { key, instrument, clause, item, hsCodes }: Provision): Found {
  const of = record.instruments.find((candidate) => candidate.key === instrument)
  const note = [of?.number ?? of?.titleEn ?? instrument, ...hsCodes].join(', ')
  const href = `${at({ name: 'instrument', key: instrument })}#${key}`
  return { href, label: `${clause} · ${item}`, language: null, zh: null, note }
}

function foundRegime({ key, nameEn, shortName }: Regime): Found {
  return { href: at({ name: 'regime', key }), label: shortName, language: null, zh: null, note: nameEn }
}

function foundParty({ key, nameEn, nameZh, country }: Party): Found {
  return {
    href: at({ name: 'matrix' }, key),
    label: nameEn,
    language: null,
    zh: nameZh,
    note: country === null ? null : nameOfCountry(country),
  }
}

function foundSource({ key, title, publisher, publishedOn, language }: Source): Found {
  const published = publishedOn !== null && isLocalDate(publishedOn) ? dayInWords(publishedOn) : publishedOn
  const note = published === null ? publisher : `${publisher}, ${published}`
  const own = language === 'en' ? null : language
  return { href: at({ name: 'source', key }), label: title, language: own, zh: null, note }
}

function at(view: View, party: string | null = null): string {
  return liveAddress({ view, ...refine(party === null ? {} : { party }) })
}
