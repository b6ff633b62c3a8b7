import { CONTROLLED_ITEMS } from '../record'
import { type Edited, materialsChangedIn } from './edited'
import { type Gathering, gather, wholeInstruments, withActsOn } from './gathering'
import type { LightLine } from './record-index'

/** The lines that a change set reaches, every line that names a material that it reaches, and these materials. */
export type Reached = {
  readonly hit: readonly LightLine[]
  readonly lines: readonly LightLine[]
  readonly materials: ReadonlySet<string>
}

/**
 * Puts into a part, whole, every instrument of which the calendar or the feeds can tell something else after a change set: that
 * of a line that it reaches, those that act on it, and those that what it says of them is held against.
 */
export async function withInstrumentsTold(part: Gathering, edited: Edited, reached: Reached): Promise<void> {
  const { index } = part
  const find = index.find
  const under = await find('instrument', 'regime', edited.keys('regime'))
  gather(part, 'instrument', under)
  const instruments = [...edited.keys('instrument'), ...under.map(({ key }) => key)]
  const own = [
    ...(await find('provision', 'instrument', instruments)),
    ...(await find('provision', 'targets', instruments)),
  ]
  const acting = await withActsOn(part, [...reached.hit, ...own, ...calledOtherwise(edited, reached)])
  const lists = edited.states('party').map(({ instrument }) => instrument)
  const moved = new Set([...instruments, ...lists, ...acting.map(({ instrument }) => instrument)])
  gather(part, 'party', await find('party', 'instrument', moved))

  const named = edited.states('event').flatMap((event) => event.instruments)
  const tags = edited.states('claim').flatMap((claim) => claim.tags)
  const touched = new Set([...moved, ...named, ...tags])
  const claims = await find('claim', 'tags', touched)
  for (const claim of claims) tags.push(...claim.tags)
  const events = [
    ...(await find('event', 'instruments', touched)),
    ...(await find('event', 'regimes', edited.keys('regime'))),
  ]
  // What a claim says of a day is left to an event that tells of the same instruments.
  const instead = await find('event', 'instruments', tags)
  gather(part, 'claim', claims)
  gather(part, 'event', [...events, ...instead])
  await wholeInstruments(part, new Set([...touched, ...tags, ...events.flatMap((event) => event.instruments)]))
}

/** Lines of which the days say something else, although they do not: of materials that are called otherwise, or named anew. */
function calledOtherwise(edited: Edited, { lines, materials }: Reached): readonly LightLine[] {
  const changed = new Set(materialsChangedIn(edited, ['nameEn']))
  const naming = lines.filter((line) => line.materials.some((key) => changed.has(key)))
  // A rule on whatever is controlled reaches what any line names: a material that none named, or that none names any more.
  const isNew = changed.size > 0 || isNamedAnew(edited, lines, materials)
  return [...naming, ...(isNew ? lines.filter((line) => line.materials.includes(CONTROLLED_ITEMS)) : [])]
}

function isNamedAnew(edited: Edited, lines: readonly LightLine[], materials: ReadonlySet<string>): boolean {
  const changed = new Set(edited.keys('provision'))
  const namesOf = (all: readonly LightLine[]) =>
    new Set(all.flatMap((line) => line.materials.filter((key) => materials.has(key))))
  const kept = lines.filter(({ key }) => !changed.has(key))
  const will = edited.changes.flatMap((one) => (one.kind === 'provision' && one.record !== null ? [one.record] : []))
  const [before, after] = [namesOf(lines), namesOf([...kept, ...will])]
  return before.size !== after.size || [...before].some((key) => !after.has(key))
}
