import 'server-only'
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
  const { question, revision, scope } = coordinates
  const [a, b] = [
    { law: before.law, question: before.coordinates.question },
    { law, question },
  ]
  const against: Against = { revision: before.coordinates.revision, question: a.question }
  const between = await recordedBetween(against.revision, revision)
  const comparison = compareWorlds({ a, b, between, cells: cellsOf([a.law, law], scope) })
  const deciding = comparison.differences.flatMap(({ step }) => (step.of === 'revision' ? [step.number] : []))
  const revisions = deciding.length === 0 ? new Map() : await revisionsNumbered(deciding)
  return {
    ...frameOf(opened, earliestLook(comparison.pairs.flatMap(({ after }) => after?.answer ?? [])) ?? undefined),
    against,
    comparison,
    groups: groupsByCause(comparison.differences),
    relief: reliefBetween(law, comparison.pairs),
    /** The reasons of the revisions that made cells differ, by number. */
    reasons: Object.fromEntries([...revisions].map(([number, { reason }]) => [number, reason as string])),
    parties: [...record.parties, ...before.record.parties].map(({ key, nameEn, country }) => ({
      key,
      nameEn,
      country,
    })),
    /** Names records of either revision. */
    nameOf: namesIn(record, before.record),
  }
}
