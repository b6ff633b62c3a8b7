import { ANY_FORM, CONTROLLED_ITEMS } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'

/** A record many times as large: it stands beside copies of itself, each under keys of its own, with the same forms. */
export function timesAsLarge(record: WholeRecord, times: number): WholeRecord {
  const copies = Array.from({ length: times - 1 }, (_, number) => copyOf(record, `-copy-${number + 1}`))
  const all = [record, ...copies]
  const gathered = <Name extends keyof WholeRecord>(name: Name) =>
    all.flatMap((one) => one[name] as readonly { readonly key: string }[]).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const names = Object.keys(record) as (keyof WholeRecord)[]
  const lists = names.filter((name) => name !== 'forms').map((name) => [name, gathered(name)])
  return { ...(Object.fromEntries(lists) as WholeRecord), forms: record.forms }
}

function copyOf(record: WholeRecord, ending: string): WholeRecord {
  const named = (key: string) => `${key}${ending}`
  const cited = <Item extends { readonly key: string; readonly sources: WholeRecord['materials'][number]['sources'] }>(
    one: Item,
  ): Item => ({
    ...one,
    key: named(one.key),
    sources: one.sources.map((citation) => ({ ...citation, source: named(citation.source) })),
  })
  return {
    ...record,
    materials: record.materials.map((one) => ({ ...cited(one), components: one.components.map(named) })),
    regimes: record.regimes.map(cited),
    instruments: record.instruments.map((one) => ({ ...cited(one), regime: named(one.regime) })),
    provisions: record.provisions.map((one) => ({
      ...cited(one),
      instrument: named(one.instrument),
      targets: one.targets.map(named),
      materials: one.materials.map((key) => (key === CONTROLLED_ITEMS || key === ANY_FORM ? key : named(key))),
      partyList: one.partyList === null ? null : named(one.partyList),
    })),
    parties: record.parties.map((one) => ({ ...cited(one), instrument: named(one.instrument) })),
    sources: record.sources.map((one) => ({ ...one, key: named(one.key), url: null, title: named(one.title) })),
    events: record.events.map((one) => ({
      ...cited(one),
      regimes: one.regimes.map(named),
      instruments: one.instruments.map(named),
    })),
    claims: record.claims.map((one) => ({ ...cited(one), asserts: [], tags: [] })),
    indicators: record.indicators.map((one) => ({
      ...one,
      key: named(one.key),
      materials: one.materials.map(named),
      points: one.points.map((point) => ({ ...point, source: named(point.source) })),
    })),
  }
}
