import { KINDS, type Kind, LIST_OF } from '@/lib/ledger/change'
import { ANY_FORM, CONTROLLED_ITEMS } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { allCountries } from '../../countries'
import { nameOfRecord, namesIn, type Told } from '../../history/names'
import { say } from '../../words/catalogue'
import type { DraftEntry } from '../draft'
import type { Option } from './finding'
import { WIDGETS } from './kinds'
import type { Named, Widget } from './widget'

export type OptionLists = { readonly [names in Named]?: readonly Option[] }

/** Every record that a field may name, with those that the draft is about to add. */
export type Listed = { readonly [kind in Kind]: readonly Option[] }

/**
 * All records of a revision and a draft as pickers offer them: what the draft says of a key is told before what stands.
 *
 * @param entries of the draft; one that retires a key leaves it on offer, because others may still name it.
 */
export function listedIn(record: WholeRecord, entries: readonly DraftEntry[]): Listed {
  const nameOf = namesIn(record)
  const listed = KINDS.map((kind): [Kind, readonly Option[]] => {
    const told = new Map<string, Told>(record[LIST_OF[kind]].map((one) => [one.key, one]))
    for (const { kind: of, key, does } of entries) {
      if (of === kind && does.what === 'record' && key !== '') told.set(key, does.printed)
    }
    const options = [...told].map(([value, one]) => ({
      value,
      label: nameOfRecord(kind, one, nameOf),
      also: alsoOf(kind, one),
    }))
    return [kind, options]
  })
  return Object.fromEntries(listed) as { readonly [kind in Kind]: readonly Option[] }
}

/** What else a record is known by: its Chinese name or title, its symbol and number, its English title. */
function alsoOf(kind: Kind, told: Told): string {
  return ALSO[kind]
    .map((field) => told[field])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' ')
}

const ALSO: { readonly [kind in Kind]: readonly string[] } = {
  material: ['symbol', 'nameZh', 'atomicNumber'],
  form: ['nameZh'],
  regime: ['nameEn'],
  instrument: ['titleEn', 'titleZh'],
  provision: ['clause', 'item'],
  party: ['nameZh', 'country'],
  source: ['publisher', 'publishedOn'],
  event: ['startsOn'],
  claim: ['saidOn'],
  indicator: ['geography', 'unit'],
}

/** The lists that the form of a kind picks from. */
export function optionsFor(kind: Kind, listed: Listed): OptionLists {
  const named = new Set(namedBy(Object.values(WIDGETS[kind])))
  return Object.fromEntries([...named].map((names) => [names, optionsOf(names, listed)]))
}

function namedBy(widgets: readonly Widget[]): readonly Named[] {
  return widgets.flatMap((widget) => {
    if (widget.as === 'group' || widget.as === 'rows') return namedBy(Object.values(widget.fields))
    return 'names' in widget && widget.names !== undefined ? [widget.names] : []
  })
}

function optionsOf(names: Named, listed: Listed): readonly Option[] {
  switch (names) {
    case 'instrument-or-provision':
      return [...listed.instrument, ...listed.provision]
    case 'country':
      return COUNTRIES
    case 'jurisdiction':
      return [{ value: 'EU', label: say('forms.union'), also: '' }, ...COUNTRIES]
    default:
      return listed[names]
  }
}

const COUNTRIES: readonly Option[] = allCountries().map(({ code, name }) => ({ value: code, label: name, also: '' }))

/** What the words for all are called among the options of a field. */
export function nameOfEvery(word: string): string {
  return word === ANY_FORM || word === CONTROLLED_ITEMS ? say(`forms.every.${word}`) : word
}
