import 'server-only'
import type { Exhibit, ShownInExhibit } from '@/lib/contract/exhibit'
import { namesIn } from '@/lib/contract/history/names'
import { groupInWords, whyInWords } from '@/lib/contract/words/compare'
import { cellsOf, nameOf } from '@/lib/ledger/compare/cells'
import type { Difference } from '@/lib/ledger/compare/compare'
import { compareWorlds } from '@/lib/ledger/compare/compare'
import { groupsByCause } from '@/lib/ledger/compare/groups'
import type { Seen } from '@/lib/ledger/compare/seen'
import type { Cause } from '@/lib/ledger/compare/steps'
import type { CellKey } from '@/lib/ledger/impact-groups'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import { recordedBetween } from '../compare/between'
import { shownSeen } from '../exhibit/compare'
import type { Opened } from '../opened'

/** One cell that reads otherwise than it was frozen. `before`: as it was frozen; `null` is a cell that was not there. */
export type DriftedCell = CellKey & {
  readonly materialName: string
  readonly formName: string
  readonly before: ShownInExhibit | null
  readonly after: ShownInExhibit | null
  readonly cause: Cause
  /** What did it: "From 11 November 2026, by No. 70 of 2025". */
  readonly why: string
}

/** Cells that went the same way, in one sentence: "From 11 November 2026, by No. 70 of 2025: 44 cells of Eu …". */
export type DriftedGroup = { readonly says: string; readonly cells: readonly DriftedCell[] }

/**
 * The cells of a frozen answer beside the same question now.
 *
 * @param before the record at the coordinates of the frozen answer.
 * @param after the record at those of now.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function cellsBetween(frozen: Exhibit, before: Opened, after: Opened) {
  const [then, now] = [before.coordinates, after.coordinates]
  const { pairs, differences, causes } = compareWorlds({
    a: { law: before.law, question: then.question },
    b: { law: after.law, question: now.question },
    between: await recordedBetween(before, after),
    cells: cellsToday(frozen, after.law),
    frozen: new Map(frozen.cells.map((cell) => [nameOf(cell), seenIn(cell)])),
  })
  const name = namesIn(after.record, before.record)
  const compared = { before: then.question, after: now.question }
  const cellOf = (difference: Difference): DriftedCell => {
    const { material, form, cause } = difference
    return {
      ...{ material, form, cause },
      materialName: name('material', material),
      formName: name('form', form),
      before: shownSeen(difference.before),
      after: shownSeen(difference.after),
      why: whyInWords(difference, compared, name),
    }
  }
  const groups = groupsByCause(differences).flatMap((cause) =>
    cause.groups.map(
      (group): DriftedGroup => ({
        says: groupInWords(group, compared, name),
        cells: group.cells.map(cellOf),
      }),
    ),
  )
  return { total: pairs.length, differing: differences.length, causes, cells: differences.map(cellOf), groups }
}

/** The frozen cells, and those that the same view has now. */
function cellsToday({ view, scope, cells }: Exhibit, law: Law): readonly CellKey[] {
  const all = view === 'matrix' || view === 'compare' ? cellsOf([law], scope) : []
  const materials = new Set(view === 'material' ? cells.map(({ material }) => material) : [])
  const own = [...materials].flatMap((material) =>
    (law.materials.get(material)?.forms ?? []).map((form) => ({ material, form })),
  )
  const found = new Map(
    [...cells, ...own, ...all].map(({ material, form }) => [`${material}/${form}`, { material, form }]),
  )
  return [...found.values()]
}

/** A frozen cell as it was seen; the days were checked when it was frozen, and its digest since. */
function seenIn({ status, resumes, floor, beforeEffect, coverage, lastDay, next }: Exhibit['cells'][number]): Seen {
  const day = (text: string) => text as LocalDate
  return {
    ...{ status, resumes, floor, beforeEffect, coverage },
    lastDay: lastDay === null ? null : day(lastDay),
    next: next === null ? null : { on: day(next.on), status: next.status },
  }
}
