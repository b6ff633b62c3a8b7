import { type Gathering, gather } from './gathering'
import type { LightLine } from './record-index'

/** Where a rule on the parties of every list is reached, and there are more that it alone means, some stand for the others. */
export const MOST_NAMED = 500

/** The parties of the lists that these lines name. */
export async function withLists(part: Gathering, lines: readonly LightLine[]): Promise<void> {
  const lists = new Set(lines.flatMap(({ partyList }) => partyList ?? []))
  gather(part, 'party', await part.index.find('party', 'instrument', lists))
}

/**
 * Whoever is on no list that was read is meant by a rule on the parties of every list alone, if these lines hold one; gives those
 * that stand for others.
 */
export async function withPartiesBeside(
  part: Gathering,
  lines: readonly LightLine[],
  named: number,
): Promise<ReadonlyMap<string, number>> {
  if (!lines.some(({ endUse, partyList }) => endUse === 'listed-party' && partyList === null)) return new Map()
  const { index, found } = part
  const lists = new Set([...found.party.values()].map(({ instrument }) => instrument))
  gather(part, 'party', await index.find('party', 'instrument', lists))
  const beside = await index.partiesBeside(lists, named)
  gather(part, 'party', beside)
  return new Map(beside.flatMap(({ key, standsFor }) => (standsFor > 1 ? [[key, standsFor]] : [])))
}
