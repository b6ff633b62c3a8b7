import 'server-only'
import { namesIn } from '@/lib/contract/history/names'
import { ledgerAt } from '@/lib/db/ledger'
import { remembered } from '@/lib/db/remembered'
import { endOf } from '@/lib/db/retirements'
import { revisionsNumbered } from '@/lib/db/revisions'
import { recordUnder } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { KINDS, LIST_OF } from '@/lib/ledger/change'
import { changesBetween } from '@/lib/ledger/difference'
import { type Impact, impactOf } from '@/lib/ledger/impact'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { frameOf } from './frame'
import { marksOf } from './marks'
import type { Opened } from './opened'
import { tellChange } from './record-changes'

/** How many records one page tells field by field; of more it says how many there are. */
const RECORDS_TOLD = 200

/**
 * One revision: who, when and why, what it changed record by record in sentences, and what that did to the cells.
 *
 * Everything but the marks is a function of the two revisions alone.
 *
 * @param against the revision it is compared with; `null` for the one before it.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function changePage(opened: Opened, number: number, against: number | null) {
  const { coordinates } = opened
  const base = against ?? number - 1
  const found = await revisionsNumbered([number, base, number + 1].filter((one) => one <= coordinates.revision))
  const revision = found.get(number)
  const marks = await marksOf([...found.values()], coordinates.revision, coordinates.question.on)
  const mark = marks.get(number)
  if (revision === undefined || mark === undefined) throw new TypeError(`revision ${number} is not in the record`)
  const [before, after] = await Promise.all([found.has(base) ? ledgerAt(base) : null, ledgerAt(number)])
  if (after === null) throw new TypeError(`revision ${number} is not in the record`)
  return {
    ...frameOf(opened),
    revision,
    marks: mark,
    against: found.get(base) ?? null,
    isNeighbour: base === number - 1,
    next: found.has(number + 1) ? number + 1 : null,
    ...(before === null ? firstOf(after) : await differenceOf(before, after, number, base)),
  }
}

/** The first revision stands on nothing: what it recorded is counted, not told. */
function firstOf(after: WholeRecord) {
  const counts = KINDS.map((kind) => ({ kind, records: after[LIST_OF[kind]].length }))
  return {
    counts: counts.filter(({ records }) => records > 0),
    changes: [],
    left: 0,
    impact: null,
    nameOf: namesIn(after),
  }
}

async function differenceOf(before: WholeRecord, after: WholeRecord, number: number, base: number) {
  const changes = changesBetween(before, after)
  const nameOf = namesIn(after, before)
  const told = changes.slice(0, RECORDS_TOLD)
  return {
    counts: KINDS.map((kind) => ({
      kind,
      records: changes.filter((change) => change.kind === kind).length,
    })).filter(({ records }) => records > 0),
    changes: await Promise.all(
      told.map(async (change) => ({
        ...tellChange(
          { ...change, before: recordUnder(before, change.kind, change.key), after: change.record },
          nameOf,
        ),
        retirement: await whyGone(change, number, nameOf),
      })),
    ),
    left: changes.length - told.length,
    impact: impactBetween(base, number, () => impactOf(before, after)),
    nameOf,
  }
}

/** Both revisions never change, so what lies between them is worked out once for all coordinates that ask. */
const worked = remembered(new Map<string, Impact>())

const KEPT = 32

function impactBetween(base: number, number: number, work: () => Impact): Impact {
  const name = `${base} ${number}`
  const impact = worked.get(name) ?? work()
  worked.delete(name)
  worked.set(name, impact)
  const [oldest] = worked.keys()
  if (worked.size > KEPT && oldest !== undefined) worked.delete(oldest)
  return impact
}

/** Why a record was withdrawn, and what took its place, by its key and its name. */
async function whyGone({ kind, key, record }: Change, number: number, nameOf: ReturnType<typeof namesIn>) {
  const ended = record === null ? await endOf(kind, key, number) : null
  if (ended === null || ended.why === null) return null
  const { why, replacedBy } = ended
  return { why, replacedBy: replacedBy === null ? null : { key: replacedBy, name: nameOf(kind, replacedBy) } }
}
