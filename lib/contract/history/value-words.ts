import type { Kind } from '@/lib/ledger/change'
import { isLocalDate } from '@/lib/ledger/interval'
import { nameOfCountry } from '../countries'
import { say } from '../words/catalogue'
import { looseInWords } from '../words/day'
import { language } from '../words/language'
import { listed } from '../words/list'
import { nameOfLanguage } from '../words/names'
import { shareInWords } from '../words/number'
import labels from '../words/zh/labels.json'
import { type NameOf, nameOfTarget } from './names'

/** What a field holds, where its values are not words of their own. */
const KEYS_IN: { readonly [field: string]: Kind } = {
  materials: 'material',
  components: 'material',
  forms: 'form',
  source: 'source',
  regime: 'regime',
  regimes: 'regime',
  instrument: 'instrument',
  instruments: 'instrument',
  partyList: 'instrument',
}

const COUNTRIES_IN: ReadonlySet<string> = new Set(
  'jurisdiction jurisdictions country destinations only except'.split(' '),
)

/** Fields that hold one word of a few, which the record writes with hyphens. */
const CHOICES: ReadonlySet<string> = new Set(
  `kind group family binding effect lastDayReading coverage hsEvidence endUse route evidence confidence list read
   precision status verdict`.split(/\s+/),
)

/** Fields that hold customs codes, keys, addresses and numbers: said as they are. */
const PLAIN: ReadonlySet<string> = new Set([
  'key',
  'hsCodes',
  'url',
  'officialUrl',
  'symbol',
  'number',
  'clause',
  'tags',
])

/** Words that stand where keys stand, and mean many things at once. */
const EVERY: ReadonlySet<string> = new Set(['any', 'all', 'all-rare-earths', 'controlled-items'])

/** One value of a field in words: a day by its name, a key by what it names, a text in quotation marks. */
export function valueInWords(field: string, value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined) return say('history.value.none')
  if (typeof value === 'boolean') return say(value ? 'history.value.yes' : 'history.value.no')
  if (typeof value === 'number') return field === 'deMinimis' ? shareInWords(value) : String(value)
  if (typeof value === 'string') return textInWords(field, value, nameOf)
  if (Array.isArray(value)) return listed(value.map((one) => valueInWords(field, one, nameOf)))
  return JSON.stringify(value)
}

function textInWords(field: string, text: string, nameOf: NameOf): string {
  if (text === '') return say('history.value.none')
  if (isLocalDate(text)) return looseInWords(text)
  if (field === 'targets') return nameOfTarget(text, nameOf)
  if (CHOICES.has(field)) return wordInWords(text)
  if (COUNTRIES_IN.has(field)) return countryInWords(text)
  if (PLAIN.has(field)) return text
  if (/On$/.test(field)) return looseInWords(text)
  if (field === 'language') return nameOfLanguage(text)
  const kind = KEYS_IN[field]
  if (kind === undefined) return say('history.value.quoted', { text })
  return EVERY.has(text) ? wordInWords(text) : nameOf(kind, text)
}

function countryInWords(text: string): string {
  return /^[A-Z]{2}$/.test(text) ? nameOfCountry(text) : wordInWords(text)
}

/** A word that stands for one of a few things, or for many at once. */
function wordInWords(word: string): string {
  const chinese: { readonly [word: string]: string } = labels.word
  return (language() === 'en' ? undefined : chinese[word]) ?? word.replaceAll('-', ' ')
}
