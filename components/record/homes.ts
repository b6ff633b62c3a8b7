import { linkTo } from '@/components/marks/link-to'
import type { Coordinates } from '@/lib/contract/address'
import { entryAnchor } from '@/lib/contract/timeline/entries'
import type { Event } from '@/lib/ledger/testimony'

/** Where an event is told: at the first instrument or regime it names; `null` where it names none. */
export function eventHome(event: Event, at: Coordinates): string | null {
  const [instrument] = event.instruments
  const [regime] = event.regimes
  const anchor = `#${entryAnchor({ kind: 'event', event })}`
  if (instrument !== undefined) return `${linkTo(at, { name: 'instrument', key: instrument })}${anchor}`
  return regime === undefined ? null : `${linkTo(at, { name: 'regime', key: regime })}${anchor}`
}
