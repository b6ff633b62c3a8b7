import { KINDS, type Kind, LIST_OF } from '@/lib/ledger/change'
import { CITING_KINDS, type CitingKind, restingOn } from '@/lib/ledger/citations'
import { gathered } from '@/lib/ledger/gathered'
import { compare } from '@/lib/ledger/order'
import type { Light, LookedUpBy, RecordIndex, Word } from '@/lib/ledger/part/record-index'
import type { Instrument } from '@/lib/ledger/record'
import { nameOfSource, plainAddress } from '@/lib/ledger/rules/whole'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { carve } from './carve'
import { citedIn } from './cited'

/** The index of a record that is held whole: what the database answers of one that is not. */
export function indexOf(record: WholeRecord): RecordIndex {
  const { materials, forms, parties, provisions, claims, sources } = record
  const isMeant = (word: Word) => materials.filter(({ rareEarth }) => word === 'all' || rareEarth)
  return {
    find: async (kind, field, values) => found(record, kind, field, new Set(values)),
    elements: async () => materials.filter(({ kind }) => kind === 'element'),
    forms: async () => forms,
    partiesBeside: async (lists, most) => {
      const read = new Set(lists)
      const law = new Set(record.instruments.filter(({ binding }) => binding === 'law').map(({ key }) => key))
      const beside = parties.filter(({ instrument }) => law.has(instrument) && !read.has(instrument))
      if (beside.length <= most) return beside.map((party) => ({ ...party, standsFor: 1 }))
      const sorted = beside.toSorted((a, b) => compare(a.listedOn, b.listedOn) || compare(a.key, b.key))
      const alike = gathered(sorted, ({ country, delistedOn }) => `${country} ${delistedOn}`)
      return alike.map((own) => ({ ...own[0], standsFor: own.length }))
    },
    meantBy: async (word, most) => (isMeant(word).length > most ? null : isMeant(word)),
    linesOnEveryList: async () =>
      provisions.filter(({ endUse, partyList }) => endUse === 'listed-party' && partyList === null),
    claimsSaying: async (keys, words) => {
      const asked = new Set(keys)
      const says = (said: WholeRecord['claims'][number]['asserts'][number]['materials']) =>
        typeof said === 'string' ? words.includes(said) : said.some((key) => asked.has(key))
      return claims.filter(({ asserts }) => asserts.some((one) => says(one.materials)))
    },
    claimsOfForms: async (keys) => {
      const asked = new Set(keys)
      return claims.filter(({ asserts }) =>
        asserts.some((one) => typeof one.forms !== 'string' && one.forms.some((key) => asked.has(key))),
      )
    },
    citing: async (keys) => [...keys].flatMap((key) => citing(record, key)),
    citedBy: async (keys) => citedIn(carve(record, keys)),
    sourcesLike: async (like) => {
      const names = new Set(like.map(nameOfSource))
      const addresses = new Set(like.flatMap(({ url }) => (url === null ? [] : [plainAddress(url)])))
      return sources.filter(
        (one) => names.has(nameOfSource(one)) || (one.url !== null && addresses.has(plainAddress(one.url))),
      )
    },
    witnesses: async (except) => witnessesIn(record.instruments.filter(({ key }) => !except.has(key))),
  }
}

function found<K extends Kind>(record: WholeRecord, kind: K, field: LookedUpBy[K], values: ReadonlySet<string>) {
  const list = record[LIST_OF[kind]] as unknown as readonly Light[K][]
  return list.filter((one) => {
    const value = (one as { readonly [field: string]: unknown })[field]
    return typeof value === 'string' ? values.has(value) : Array.isArray(value) && value.some((key) => values.has(key))
  })
}

function citing(record: WholeRecord, source: string): readonly { readonly kind: Kind; readonly key: string }[] {
  const resting = restingOn(record, source)
  const kindOf = (list: CitingKind) => KINDS.find((kind) => LIST_OF[kind] === list) as Kind
  return CITING_KINDS.flatMap((list) => resting[list].map((one) => ({ kind: kindOf(list), key: one.record.key })))
}

function witnessesIn(instruments: readonly Instrument[]): readonly Instrument[] {
  const byIssue = instruments.toSorted((a, b) => compare(a.issuedOn, b.issuedOn) || compare(a.key, b.key))
  const furthest = new Map<string, Instrument>()
  const first = new Map<string, Instrument>()
  for (const one of byIssue) {
    if (one.binding !== 'law') continue
    if (!first.has(one.jurisdiction)) first.set(one.jurisdiction, one)
    const there = furthest.get(one.jurisdiction)
    if (there === undefined || one.verifiedThrough > there.verifiedThrough) furthest.set(one.jurisdiction, one)
  }
  return [...byIssue.slice(0, 1), ...furthest.values(), ...first.values()]
}
