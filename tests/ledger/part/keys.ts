import type { Kind } from '@/lib/ledger/change'
import { LIST_OF } from '@/lib/ledger/change'
import { restingOn } from '@/lib/ledger/citations'
import type { Keys, Wanted } from '@/lib/ledger/part/wanted'
import { keysOf } from '@/lib/ledger/part/wanted'
import type { Provision } from '@/lib/ledger/record'
import type { Claim, WholeRecord } from '@/lib/ledger/testimony'
import { carve } from './carve'
import { citedIn } from './cited'
import { linesFor, materialsAsked, seriesOf } from './lines'
import { latestParty, witnesses } from './witnesses'

/**
 * The keys of a part of a record that suffices for what is asked: whatever is answered of it from the part is answered alike
 * from the whole. More would do as well; the whole record is the largest part.
 *
 * This is the specification, which the database is held against (`db/part`): it finds the same keys without the whole.
 */
export function keysFor(record: WholeRecord, wanted: Wanted): Keys {
  const asked = materialsAsked(record, wanted)
  const series = wanted.series === 'none' ? [] : seriesOf(record, asked)
  const drawn = wanted.series === 'beside the law' ? series.flatMap(({ materials }) => materials) : []
  const cells = new Set([...asked, ...drawn])
  const provisions = linesFor(record, wanted, cells)
  const resting = wanted.sources.map((source) => restingOn(record, source))
  const rests = (kind: Exclude<Kind, 'form' | 'source'>) =>
    resting.flatMap((one) => one[LIST_OF[kind]].map(({ record: { key } }) => key))
  const parties = partiesFor(record, wanted)
  const resters = new Set(rests('provision'))
  const lines = record.provisions.filter(({ key }) => resters.has(key))
  const law = new Set([...wanted.instruments, ...provisions.flatMap(instrumentsNamed)])
  const instruments = [
    ...law,
    ...lines.flatMap(instrumentsNamed),
    ...record.parties.filter(({ key }) => parties.has(key)).map(({ instrument }) => instrument),
    ...wanted.known.flatMap((known) => witnesses(record, known)),
  ]
  const found = {
    provision: [...provisions.map(({ key }) => key), ...resters],
    party: parties,
    event: record.events
      .filter((one) => wanted.events && one.instruments.some((key) => law.has(key)))
      .map(({ key }) => key),
    claim: record.claims.filter((one) => saysOf(record, one, asked, wanted)).map(({ key }) => key),
    indicator: series.map(({ key }) => key),
    material: materialsNamed(record, cells, provisions),
    instrument: instruments,
    form: record.forms.map(({ key }) => key),
    regime: [],
    source: wanted.sources,
  }
  const own = keysOf((kind) => [
    ...found[kind],
    ...(kind === 'form' || kind === 'source' ? [] : rests(kind)),
    ...(wanted.named[kind] ?? []),
  ])
  return standing(record, withCited(record, withRegimes(record, own), wanted))
}

function partiesFor(record: WholeRecord, { parties, instruments, listedOn, known }: Wanted): ReadonlySet<string> {
  const latest = listedOn === null ? [] : known.map((one) => latestParty(record, listedOn, one))
  const ofLists = record.parties.filter(({ instrument }) => instruments.includes(instrument)).map(({ key }) => key)
  return new Set([...parties, ...ofLists, ...latest.flatMap((one) => one ?? [])])
}

/** The instrument of a line, those it acts on, and the list it means: an answer names them. */
function instrumentsNamed({ instrument, targets, partyList }: Provision): readonly string[] {
  return [instrument, ...targets, ...(partyList === null ? [] : [partyList])]
}

/** The elements always, for pages name them; what is asked with what it is made of; and what the lines name besides. */
function materialsNamed({ materials }: WholeRecord, cells: ReadonlySet<string>, lines: readonly Provision[]) {
  const elements = materials.filter(({ kind }) => kind === 'element').map(({ key }) => key)
  const parts = materials.filter(({ key }) => cells.has(key)).flatMap(({ components }) => components)
  return [...elements, ...cells, ...parts, ...lines.flatMap((line) => line.materials)]
}

/** Whether a claim says something of the asked materials, or is about an instrument that is told whole. */
function saysOf({ materials }: WholeRecord, claim: Claim, asked: ReadonlySet<string>, wanted: Wanted): boolean {
  if (claim.tags.some((tag) => wanted.instruments.includes(tag))) return true
  if (asked.size === 0) return false
  return claim.asserts.some(({ materials: said }) => {
    if (said === 'all') return true
    if (said !== 'all-rare-earths') return said.some((key) => asked.has(key))
    return materials.some(({ key, rareEarth }) => rareEarth && asked.has(key))
  })
}

function withRegimes({ instruments }: WholeRecord, keys: Keys): Keys {
  const regimes = instruments.filter(({ key }) => keys.instrument.has(key)).map(({ regime }) => regime)
  return { ...keys, regime: new Set([...keys.regime, ...regimes]) }
}

/** With the sources that are told by name: those that anything of the part cites or was measured by, or its claims alone. */
function withCited(record: WholeRecord, keys: Keys, { cited }: Wanted): Keys {
  const citing = cited === 'all' ? keys : keysOf((kind) => (kind === 'claim' ? keys.claim : []))
  return { ...keys, source: new Set([...keys.source, ...citedIn(carve(record, citing))]) }
}

/** Only keys under which something stands: what was asked for need not. */
function standing(record: WholeRecord, keys: Keys): Keys {
  return keysOf((kind) => record[LIST_OF[kind]].flatMap(({ key }) => (keys[kind].has(key) ? [key] : [])))
}
