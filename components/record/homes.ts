import { linkTo } from '@/components/marks/link-to'
import type { Named } from '@/components/views/frame'
import type { Coordinates } from '@/lib/contract/address'
import { entryAnchor } from '@/lib/contract/timeline/entries'
import type { Instrument } from '@/lib/ledger/record'
import type { Claim, Event } from '@/lib/ledger/testimony'

/** Where an event is told: at the first instrument or regime it names; `null` where it names none. */
export function eventHome(event: Event, at: Coordinates): string | null {
  const [instrument] = event.instruments
  const [regime] = event.regimes
  const anchor = `#${entryAnchor({ kind: 'event', event })}`
  if (instrument !== undefined) return `${linkTo(at, { name: 'instrument', key: instrument })}${anchor}`
  return regime === undefined ? null : `${linkTo(at, { name: 'regime', key: regime })}${anchor}`
}

/** Where a claim is told: at the first instrument it is about, else at the first material it speaks of. */
export function claimHome(claim: Claim, at: Coordinates, named: Named<Instrument>): string | null {
  const instrument = claim.tags.find((tag) => named[tag] !== undefined)
  const anchor = `#${entryAnchor({ kind: 'claim', claim })}`
  if (instrument !== undefined) return `${linkTo(at, { name: 'instrument', key: instrument })}${anchor}`
  const material = claim.asserts.flatMap(({ materials }) => (typeof materials === 'string' ? [] : materials))[0]
  return material === undefined ? null : `${linkTo(at, { name: 'material', key: material })}${anchor}`
}
