import { KINDS } from '../change'
import { gatheringFrom, gatherKeys, gatherPlaces, keysGathered, type Place } from './gathering'
import { namedBy } from './named-by'
import type { RecordIndex } from './record-index'
import type { Keys } from './wanted'

/** An act is called by what it acts on, and that by the instrument that it stands in. */
const STEPS = 2

/** The keys of some records, and of what their names are made of: enough to say what each is called. */
export async function namingKeys(index: RecordIndex, places: readonly Place[]): Promise<Keys> {
  const part = gatheringFrom(index)
  await gatherPlaces(part, places)
  for (let step = 0; step < STEPS; step += 1) {
    const named = KINDS.flatMap((kind) => [...part.found[kind].values()].map((one) => namedBy(kind, one)))
    for (const kind of ['instrument', 'provision'] as const) {
      await gatherKeys(part, kind, new Set(named.flatMap((one) => one[kind] ?? [])))
    }
  }
  return keysGathered(part)
}
