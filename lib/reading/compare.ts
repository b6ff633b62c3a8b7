import 'server-only'
import { dayInBeijing } from '@/lib/contract/beijing'
import { namesIn } from '@/lib/contract/history/names'
import type { Against } from '@/lib/contract/view'
import { revisionsNumbered } from '@/lib/db/revisions'
import { cellsOf } from '@/lib/ledger/compare/cells'
import { compareWorlds } from '@/lib/ledger/compare/compare'
import { groupsByCause } from '@/lib/ledger/compare/groups'
import { reliefBetween } from '@/lib/ledger/compare/relief'
import { earliestLook } from '@/lib/ledger/matrix'
import { recordedBetween } from './compare/between'
import { frameOf } from './frame'
import type { Opened } from './opened'

/**
 * What reads otherwise under one question than under another: every cell of the scope, and why.
 *
 * @param before the record opened at the first question.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function comparePage(opened: Opened, before: Opened) {
  const { law, record, coordinates } = opened
  const { question, scope } = coordinates
  const [a, b] = [
    { law: before.law, question: before.coordinates.question },
    { law, question },
  ]
  const against: Against = { revision: before.coordinates.revision, question: a.question }
  const between = await recordedBetween(before, opened)
  const comparison = compareWorlds({ a, b, between, cells: cellsOf([a.law, law], scope) })
  const deciding = comparison.differences.flatMap(({ step }) => (step.of === 'revision' ? [step.number] : []))
  const revisions = await revisionsNumbered([...deciding, against.revision])
  const recorded = revisions.get(against.revision)
  if (recorded === undefined)
    throw new TypeError(`no revision ${against.revision} behind a record that was opened at it`)
  return {
    ...frameOf(opened, earliestLook(comparison.pairs.flatMap(({ after }) => after?.answer ?? [])) ?? undefined),
    against,
    /** The Beijing day on which the revision of the first question was recorded. */
    againstRecordedOn: dayInBeijing(new Date(recorded.recordedAt)),
    comparison,
    groups: groupsByCause(comparison.differences),
    relief: reliefBetween(law, comparison.pairs),
    /** The reasons of the revisions that made cells differ, by number. */
    reasons: Object.fromEntries(deciding.map((number) => [number, revisions.get(number)?.reason ?? ''])),
    parties: [...record.parties, ...before.record.parties].map(({ key, nameEn, nameZh, country }) => ({
      key,
      nameEn,
      nameZh,
      country,
    })),
    /** Names records of either revision. */
    nameOf: namesIn(record, before.record),
  }
}
