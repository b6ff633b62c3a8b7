import type { Records } from '@/lib/ledger/change'
import { CONTROLLED_ITEMS, type Material, type Provision } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { theRecord } from '../record'
import { capital, hanOf, wordOf } from './names'

/** A real record to write others after: `real` says what it refers to, `written` gives it with other materials' names. */
export type Template<One> = { readonly real: One; readonly written: (names: Names) => One }

/** What a real material is called instead: its place among the real materials decides. */
export type Names = (place: number, sign: 'word' | 'Word' | 'han') => string

/** What the pieces of a large record are written after. */
export type Templates = {
  readonly record: WholeRecord
  readonly materials: readonly Template<Material>[]
  /** Instruments with the lines that stand in them; the acts among them are left out, because acts are drawn anew. */
  readonly instruments: readonly {
    readonly instrument: Template<Records['instrument']>
    readonly lines: readonly Template<Provision>[]
    readonly parties: readonly Template<Records['party']>[]
  }[]
  readonly sources: readonly Template<Records['source']>[]
  readonly events: readonly Template<Records['event']>[]
  readonly claims: readonly Template<Records['claim']>[]
  readonly indicators: readonly Template<Records['indicator']>[]
}

/** The names of a field of law: another word for each real material. */
export function namesOf(field: number, materials: number): Names {
  return (place, sign) => {
    const number = field * materials + place
    if (sign === 'han') return hanOf(number)
    return sign === 'word' ? `${wordOf(number)}ium` : `${capital(wordOf(number))}ium`
  }
}

/** Reads the real record once. Its provisions that speak of every controlled item are written after as party lists alone. */
export function readTemplates(): Templates {
  const record = theRecord()
  const { template } = writer(record.materials)
  const goods = record.provisions.filter(({ effect, materials, endUse, partyList }) => {
    const isRule = effect === 'licence' || effect === 'prohibit' || effect === 'exempt'
    const speaksOfAll = materials.includes(CONTROLLED_ITEMS) && partyList === null
    return isRule && !speaksOfAll && (endUse !== 'listed-party' || partyList !== null)
  })
  return {
    record,
    materials: record.materials.map(template),
    instruments: record.instruments.map((instrument) => ({
      instrument: template(instrument),
      lines: goods.filter((line) => line.instrument === instrument.key).map(template),
      parties: record.parties.filter((party) => party.instrument === instrument.key).map(template),
    })),
    sources: record.sources.map(template),
    events: record.events.map(template),
    claims: record.claims.map(template),
    indicators: record.indicators.map(template),
  }
}

/** Every text is cut at the names of materials once; to write it with others is to join the pieces. */
function writer(materials: readonly Material[]) {
  const named = materials.flatMap(({ nameEn, nameZh, symbol }, place) =>
    symbol === null ? [] : [{ name: nameEn.toLowerCase(), place }, ...(nameZh === '' ? [] : [{ name: nameZh, place }])],
  )
  const places = new Map(named.map(({ name, place }) => [name, place]))
  const pattern = new RegExp(`(${[...places.keys()].toSorted((a, b) => b.length - a.length).join('|')})`, 'i')
  function template<One>(real: One): Template<One> {
    const pieces = JSON.stringify(real).split(pattern)
    const cut = pieces.map((text, at) => (at % 2 === 0 ? text : { text, place: places.get(text.toLowerCase()) ?? 0 }))
    const written = (names: Names): One =>
      JSON.parse(
        cut.map((piece) => (typeof piece === 'string' ? piece : names(piece.place, signOf(piece.text)))).join(''),
      )
    return { real, written }
  }
  return { template }
}

function signOf(text: string): Parameters<Names>[1] {
  if (!/[a-z]/i.test(text)) return 'han'
  return /^[A-Z]/.test(text) ? 'Word' : 'word'
}
