import type { Change, Kind, Records } from './change'
import { KINDS, LIST_OF } from './change'
import { fieldOf, fieldsOf, isListOfWords, isSame } from './equal'
import type { WholeRecord } from './testimony'

/** One place in which two versions of a record differ. */
export type FieldDifference = {
  /** Where it stands, outermost first: `['assessment', 'reason']`, `['points', 3, 'value']`. */
  readonly path: readonly (string | number)[]
  /** What stands there; `undefined` where the version has no such place. */
  readonly before: unknown
  readonly after: unknown
  /** For a list of texts or numbers: what entered it and what left it; both empty where only the order differs. */
  readonly words: {
    readonly added: readonly (string | number)[]
    readonly removed: readonly (string | number)[]
  } | null
}

/** The changes that make one whole record of another: new, changed and withdrawn keys, by kind and key. */
export function changesBetween(before: WholeRecord, after: WholeRecord): readonly Change[] {
  return KINDS.flatMap((kind) => changesOfKind(kind, before, after))
}

/**
 * Every place in which two versions of a record differ, in the order of its fields.
 *
 * Objects are compared field by field. Lists of objects are compared place by place as long as both are equally long;
 * else the list as a whole differs.
 *
 * @param before `null` when nothing stood under the key; every field is then told as new, and the reverse for `after`.
 */
export function differencesOf(before: object | null, after: object | null): readonly FieldDifference[] {
  return fieldsOf(before, after).flatMap((field) => differing([field], fieldOf(before, field), fieldOf(after, field)))
}

function changesOfKind(kind: Kind, before: WholeRecord, after: WholeRecord): readonly Change[] {
  const [old, now]: readonly (readonly Records[Kind][])[] = [before[LIST_OF[kind]], after[LIST_OF[kind]]]
  if (old === now || old === undefined || now === undefined) return []
  const stood = new Map(old.map((one) => [one.key, one]))
  const stands = new Set(now.map((one) => one.key))
  const entered = now
    .filter((one) => !isSame(stood.get(one.key), one))
    .map((record) => ({ kind, key: record.key, record }) as Change)
  const gone = old.filter(({ key }) => !stands.has(key)).map(({ key }): Change => ({ kind, key, record: null }))
  return [...entered, ...gone]
}

function differing(path: FieldDifference['path'], before: unknown, after: unknown): readonly FieldDifference[] {
  if (isSame(before, after)) return []
  if (isListOfWords(before) && isListOfWords(after)) {
    const added = after.filter((one) => !before.includes(one))
    return [{ path, before, after, words: { added, removed: before.filter((one) => !after.includes(one)) } }]
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((one, at) => differing([...path, at], one, after[at]))
  }
  if (isPlain(before) && isPlain(after)) {
    return fieldsOf(before, after).flatMap((field) =>
      differing([...path, field], fieldOf(before, field), fieldOf(after, field)),
    )
  }
  return [{ path, before, after, words: null }]
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
