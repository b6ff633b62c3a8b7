import { KINDS, type Kind, LIST_OF } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { say } from '../words/catalogue'
import { instrumentName } from '../words/instrument'
import { listed, mark } from '../words/list'
import { nameOf as nameIn } from '../words/names'
import { regimeName } from '../words/regime'

/** What readers call the record that stands under a key; the key itself where none is known to. */
export type NameOf = (kind: Kind, key: string) => string

/** A record as the files print it, or as it is kept: only its words are read here, and any of them may be missing. */
export type Told = { readonly [field: string]: unknown }

/** The names of the records of some states of the record; the first that has a key gives its name. */
export function namesIn(...states: readonly WholeRecord[]): NameOf {
  const told = new Map<string, Told>()
  for (const state of states) {
    for (const kind of KINDS) {
      for (const record of state[LIST_OF[kind]]) {
        const place = `${kind} ${record.key}`
        if (!told.has(place)) told.set(place, record)
      }
    }
  }
  const nameOf: NameOf = (kind, key) => {
    const record = told.get(`${kind} ${key}`)
    return record === undefined ? key : nameOfRecord(kind, record, nameOf)
  }
  return nameOf
}

/** Names nothing but by its key: for records that stand alone. */
export const byKey: NameOf = (_, key) => key

/**
 * What readers call a record: `No. 70 of 2025, suspension of No. 57 of 2025`.
 *
 * @param nameOf names the records that it mentions.
 */
export function nameOfRecord(kind: Kind, record: Told, nameOf: NameOf = byKey): string {
  const key = textIn(record, 'key') ?? ''
  switch (kind) {
    case 'regime':
      return regimeName({ shortName: textIn(record, 'shortName') ?? key })
    case 'instrument':
      return instrumentName({
        number: textIn(record, 'number'),
        titleEn: textIn(record, 'titleEn') ?? key,
        titleZh: textIn(record, 'titleZh'),
      })
    case 'provision':
      return nameOfProvision(record, nameOf)
    case 'claim': {
      const speaker = record['speaker'] as Told | null | undefined
      return (
        shorten([textIn(speaker ?? {}, 'name'), textIn(record, 'statement')].filter(Boolean).join(mark('colon'))) || key
      )
    }
    case 'source':
    case 'event':
    case 'indicator':
      return textIn(record, 'title') ?? key
    default:
      return nameIn({ nameEn: textIn(record, 'nameEn') ?? key, nameZh: textIn(record, 'nameZh') })
  }
}

function nameOfProvision(record: Told, nameOf: NameOf): string {
  const own = textIn(record, 'instrument')
  const instrument = own === null ? (textIn(record, 'key') ?? '') : nameOf('instrument', own)
  const { effect, targets } = record
  if ((effect === 'suspend' || effect === 'extend' || effect === 'repeal') && Array.isArray(targets)) {
    const names = [...new Set(targets.map((target) => nameOfTarget(String(target), nameOf)))]
    const acted =
      names.length > 1 ? say('history.name.more', { name: names[0] ?? '', more: names.length - 1 }) : names[0]
    if (acted !== undefined) return listed([instrument, say(`history.name.${effect}`, { targets: acted })], 'parts')
  }
  const told = [textIn(record, 'clause'), textIn(record, 'item')].filter((part) => part !== null).join(mark('colon'))
  return told === '' ? instrument : listed([instrument, shorten(told)], 'parts')
}

/** What a suspension, extension or repeal acts on is an instrument or a provision. */
export function nameOfTarget(key: string, nameOf: NameOf): string {
  const name = nameOf('instrument', key)
  return name === key ? nameOf('provision', key) : name
}

function textIn(record: Told, field: string): string | null {
  const value = record[field]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

const LONGEST_NAME = 90

function shorten(text: string): string {
  return text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME).trimEnd()}…`
}
