import type { Change, Kind, Records } from '../change'
import { KINDS } from '../change'
import { isSame } from '../equal'
import type { Citation } from '../record'
import { type Gathering, gatherKeys } from './gathering'
import { namedBy } from './named-by'
import type { Light } from './record-index'

/** What a change set makes of a record: what stood there and what will. */
export type Edited = {
  readonly changes: readonly Change[]
  /** Every record of a kind that is changed, as it was and as it will be; the same key may stand twice. */
  readonly states: <K extends Kind>(kind: K) => readonly Light[K][]
  readonly was: <K extends Kind>(kind: K, key: string) => Light[K] | null
  /** Keys under which nothing will stand any more. */
  readonly gone: (kind: Kind) => readonly string[]
  readonly keys: (kind: Kind) => readonly string[]
}

/** Reads what a change set is about and puts it into a part, with everything that the changed records name. */
export async function editedIn(part: Gathering, changes: readonly Change[]): Promise<Edited> {
  const keys = (kind: Kind) => [...new Set(changes.filter((one) => one.kind === kind).map(({ key }) => key))]
  for (const kind of KINDS) {
    const replaced = changes.flatMap((one) => (one.kind === kind ? (one.retirement?.replacedBy ?? []) : []))
    await gatherKeys(part, kind, [...keys(kind), ...replaced])
  }
  const was: Edited['was'] = (kind, key) => part.found[kind].get(key) ?? null
  const made = <K extends Kind>(kind: K) =>
    changes.flatMap((one) => (one.kind === kind && one.record !== null ? [one.record as Records[K] & Light[K]] : []))
  for (const kind of KINDS) {
    const named = made(kind).map((record) => namedBy(kind, record))
    for (const of of KINDS) await gatherKeys(part, of, new Set(named.flatMap((one) => one[of] ?? [])))
  }
  return {
    changes,
    keys,
    was,
    states: (kind) => [...keys(kind).flatMap((key) => was(kind, key) ?? []), ...made(kind)],
    gone: (kind) => changes.flatMap((one) => (one.kind === kind && one.record === null ? [one.key] : [])),
  }
}

/** Materials that are new or gone, or of which one of these fields is changed. */
export function materialsChangedIn(edited: Edited, fields: readonly (keyof Light['material'])[]): readonly string[] {
  return edited.keys('material').filter((key) => {
    const [was, ...others] = edited.states('material').filter((one) => one.key === key)
    const is = others.at(-1)
    return was === undefined || is === undefined || fields.some((field) => !isSame(was[field], is[field]))
  })
}

/** The sources that the records of a change set cite as they will be. */
export function citedByChanges(changes: readonly Change[]): readonly string[] {
  const of = (citations: readonly Citation[]) => citations.map(({ source }) => source)
  return changes.flatMap(({ record }) => {
    if (record === null) return []
    return [
      ...('sources' in record ? of(record.sources) : []),
      ...('assessment' in record ? of(record.assessment.sources) : []),
      ...('points' in record ? record.points.map(({ source }) => source) : []),
    ]
  })
}
