import { KINDS, type Kind } from '../change'
import { isAct } from '../rules/acts'
import { namedBy } from './named-by'
import type { Light, LightLine, RecordIndex } from './record-index'
import { type Keys, keysOf } from './wanted'

/** A part that is being put together: what is in it so far, each record once. */
export type Gathering = {
  readonly index: RecordIndex
  readonly found: { readonly [K in Kind]: Map<string, Light[K]> }
}

export function gatheringFrom(index: RecordIndex): Gathering {
  return { index, found: Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as unknown as Gathering['found'] }
}

/** Puts records into a part; gives those that were not in it. */
export function gather<K extends Kind>(part: Gathering, kind: K, records: readonly Light[K][]): readonly Light[K][] {
  const own = part.found[kind]
  const fresh = records.filter(({ key }) => !own.has(key))
  for (const one of fresh) own.set(one.key, one)
  return fresh
}

/** Puts the records of some keys into a part; gives those that were not in it. */
export async function gatherKeys<K extends Kind>(
  part: Gathering,
  kind: K,
  keys: Iterable<string>,
): Promise<readonly Light[K][]> {
  const own = part.found[kind]
  const missing = [...new Set(keys)].filter((key) => !own.has(key))
  if (missing.length === 0) return []
  return gather(part, kind, await part.index.find(kind, 'key' as never, missing))
}

/** A record by its kind and key. */
export type Place = { readonly kind: Kind; readonly key: string }

/** The same for records of several kinds. */
export async function gatherPlaces(part: Gathering, places: readonly Place[]): Promise<void> {
  for (const kind of KINDS) {
    const keys = places.flatMap((one) => (one.kind === kind ? [one.key] : []))
    await gatherKeys(part, kind, keys)
  }
}

/**
 * Lines with every act that targets them or their instruments, and the acts on these: each law works out their states alike.
 *
 * @param lines of a line that is changed both states may be given.
 */
export function withActsOn(part: Gathering, lines: Iterable<LightLine>): Promise<readonly LightLine[]> {
  const { find } = part.index
  return followed(part, lines, async (last, fresh) => {
    const aims = fresh(last.flatMap(({ key, instrument }) => [key, instrument]))
    return aims.length === 0 ? [] : find('provision', 'targets', aims)
  })
}

/** Lines with all that acts among them act on, directly or through others: whole instruments where these are targets. */
export function withTargets(part: Gathering, lines: Iterable<LightLine>): Promise<readonly LightLine[]> {
  const { find } = part.index
  return followed(part, lines, async (last, fresh) => {
    const aims = fresh(last.flatMap(({ effect, targets }) => (isAct(effect) ? targets : [])))
    if (aims.length === 0) return []
    return [...(await find('provision', 'key', aims)), ...(await find('provision', 'instrument', aims))]
  })
}

/** Lines with those that follow from them, step by step until no more do; each aim is asked once. */
async function followed(
  part: Gathering,
  lines: Iterable<LightLine>,
  next: (
    last: readonly LightLine[],
    fresh: (aims: readonly string[]) => readonly string[],
  ) => Promise<readonly LightLine[]>,
): Promise<readonly LightLine[]> {
  const all = [...lines]
  const known = new Set(all.map(({ key }) => key))
  const asked = new Set<string>()
  const fresh = (aims: readonly string[]) => {
    const own = [...new Set(aims)].filter((aim) => !asked.has(aim))
    for (const aim of own) asked.add(aim)
    return own
  }
  for (let last: readonly LightLine[] = all; last.length > 0; ) {
    const found = (await next(last, fresh)).filter(({ key }) => !known.has(key))
    last = [...new Map(found.map((one) => [one.key, one])).values()]
    for (const one of last) known.add(one.key)
    all.push(...last)
  }
  gather(part, 'provision', all)
  return all
}

/** Instruments whole, with all that their acts act on, and what acts on any of it. */
export async function wholeInstruments(part: Gathering, keys: Iterable<string>): Promise<void> {
  const own = [...keys]
  if (own.length === 0) return
  await gatherKeys(part, 'instrument', own)
  const lines = await withTargets(part, await part.index.find('provision', 'instrument', own))
  await withActsOn(part, lines)
}

/**
 * Puts in all that anything of the part names, until nothing is missing: a part is a record whose own references resolve (E8),
 * and each of its parties stands on a list that some line names (E22).
 */
export async function withAllNamed(part: Gathering): Promise<void> {
  const done = new Set<string>()
  for (;;) {
    const fresh = KINDS.flatMap((kind) =>
      [...part.found[kind].values()].filter(({ key }) => !done.has(`${kind} ${key}`)).map((one) => ({ kind, one })),
    )
    if (fresh.length === 0) return
    for (const { kind, one } of fresh) done.add(`${kind} ${one.key}`)
    const named = fresh.map(({ kind, one }) => namedBy(kind, one))
    for (const kind of KINDS) await gatherKeys(part, kind, new Set(named.flatMap((one) => one[kind] ?? [])))
    const lists = fresh.flatMap(({ kind, one }) => (kind === 'party' ? [(one as Light['party']).instrument] : []))
    if (lists.length > 0) gather(part, 'provision', await part.index.find('provision', 'partyList', new Set(lists)))
  }
}

/** The keys of a part, with every source that something of it cites. */
export async function keysGathered(part: Gathering, sources: readonly string[] = []): Promise<Keys> {
  const own = keysOf((kind) => [...part.found[kind].keys()])
  return { ...own, source: new Set([...own.source, ...sources, ...(await part.index.citedBy(own))]) }
}
