import { applyChanges } from '@/lib/ledger/apply'
import { type Change, changesThatRecord, KINDS, type Kind, LIST_OF, type Records } from '@/lib/ledger/change'
import type { Revision } from '@/lib/ledger/revision'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { diceOf } from './dice'
import { type Edit, editOf, type Standing } from './edits'
import { fieldOfLaw } from './field'
import { readTemplates, type Templates } from './templates'

/** A revision before its hash is known, and what it changes. */
export type Step = {
  readonly revision: Omit<Revision, 'hash' | 'previousHash'>
  readonly changes: readonly Change[]
}

/** Of ten revisions three bring fields of law, two, two and one; seven are edits of what stands. */
const FIELDS_BROUGHT = [2, 0, 0, 2, 0, 0, 1, 0, 0, 0] as const

/** A field has about as much of everything as the real record, so a record is as many times as large as it has parts. */
const FIRST_RECORDED = Date.parse('2025-01-01T08:00:00.000Z')
const LAST_RECORDED = Date.parse('2026-11-21T08:00:00.000Z')

/** How many revisions the history of a record has that is so many times as large. */
export function revisionsOf(times: number): number {
  return 1 + Math.ceil((times - 1) / 5) * FIELDS_BROUGHT.length
}

/**
 * The history of a record `times` as large as the real one: at 1,000 some 250 thousand provisions of 30 thousand
 * instruments, 20 thousand materials and 2,000 revisions. The first revision is the real record; then fields of law come
 * (see `fieldOfLaw`), and between them people work on what stands. The same seed gives the same history everywhere.
 *
 * One revision is made at a time, and nothing of it is kept but the records that somebody changed later: a history of any
 * length is walked through with the memory of a few fields.
 */
export function* historyOf(times: number, seed = 1): Generator<Step> {
  const templates = readTemplates()
  const fields = new Fields(templates, seed)
  const last = revisionsOf(times)
  const step = (number: number, edit: Edit): Step => {
    const share = last === 1 ? 1 : (number - 1) / (last - 1)
    const recordedAt = new Date(Math.round(FIRST_RECORDED + share * (LAST_RECORDED - FIRST_RECORDED))).toISOString()
    const { kind, reason, changes } = edit
    return { revision: { number, kind, author: 'The generator of large records', reason, recordedAt }, changes }
  }
  yield step(1, { kind: 'addition', reason: 'The real record', changes: changesThatRecord(templates.record) })
  for (let number = 2; number <= last; number += 1) {
    const brought = Math.min(FIELDS_BROUGHT[(number - 2) % FIELDS_BROUGHT.length] ?? 0, times - 1 - fields.count)
    yield step(number, brought > 0 ? fields.bring(brought) : fields.edit(number))
  }
}

/** The whole record at the end of a history, for a size that fits into memory. */
export function largeRecord(times: number, seed = 1): WholeRecord {
  const [first, ...rest] = [...historyOf(times, seed)].map(({ changes }) => changes)
  const empty = Object.fromEntries(KINDS.map((kind) => [LIST_OF[kind], []])) as unknown as WholeRecord
  const last = new Map<string, Change>()
  for (const changes of rest) for (const change of changes) last.set(`${change.kind} ${change.key}`, change)
  return applyChanges(applyChanges(empty, first ?? []), [...last.values()])
}

/** The fields of law that stand, and what became of them. */
class Fields {
  count = 0
  readonly #changed = new Map<string, Change>()
  readonly #added = new Map<number, Change[]>()

  readonly #templates: Templates
  readonly #seed: number

  constructor(templates: Templates, seed: number) {
    this.#templates = templates
    this.#seed = seed
  }

  bring(count: number): Edit {
    const changes = Array.from({ length: count }, (_, at) =>
      fieldOfLaw(this.#templates, this.#seed, this.count + at + 1),
    )
    this.count += count
    return { kind: 'addition', reason: `${count} field(s) of law`, changes: changes.flat() }
  }

  edit(revision: number): Edit {
    const field = diceOf(this.#seed, 2_000_000 + revision).between(1, this.count)
    const edit = editOf(this.#standingIn(field), this.#seed, revision)
    const own = fieldOfLaw(this.#templates, this.#seed, field)
    const known = new Set(own.map(nameOf))
    for (const change of edit.changes) {
      this.#changed.set(nameOf(change), change)
      if (!known.has(nameOf(change))) this.#added.set(field, [...(this.#added.get(field) ?? []), change])
    }
    return edit
  }

  #standingIn(field: number): Standing {
    const own = [...fieldOfLaw(this.#templates, this.#seed, field), ...(this.#added.get(field) ?? [])]
    const standing = new Map(own.map((change) => [nameOf(change), this.#changed.get(nameOf(change)) ?? change]))
    return <K extends Kind>(kind: K) =>
      [...standing.values()].flatMap((change) =>
        change.kind === kind && change.record !== null ? [change.record as Records[K]] : [],
      )
  }
}

function nameOf({ kind, key }: Pick<Change, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}
