import 'server-only'
import type { Touched } from '@/lib/db/revisions'
import { revisions, touchedBetween } from '@/lib/db/revisions'
import type { Revision } from '@/lib/ledger/revision'
import { frameOf } from './frame'
import { type Marks, marksOf } from './marks'
import { movedCells } from './moved-cells'
import type { Opened } from './opened'
import type { Moved } from './plain-flips'

/** How many revisions one page lists; the one before the last of them leads on. */
export const REVISIONS_SHOWN = 50

/**
 * The revisions up to the one looked at, the newest first, as many as a page holds.
 *
 * @param before only those before it are listed; `null` for the newest.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function changesPage(opened: Opened, before: number | null = null) {
  const { revision: at, question } = opened.coordinates
  const newest = Math.min(at, (before ?? at + 1) - 1)
  const listed = await revisions(newest, REVISIONS_SHOWN)
  const oldest = listed.at(-1)?.number ?? 1
  const [marks, touched] = await Promise.all([marksOf(listed, at, question.on), touchedBetween(oldest, newest)])
  const cells = await movedCells(
    listed.map(({ number }) => number),
    touched,
  )
  return {
    ...frameOf(opened),
    before,
    entries: listed.flatMap((revision) => {
      const mark = marks.get(revision.number)
      return mark === undefined ? [] : [told(revision, mark, touched, cells)]
    }),
    /** Revisions before this one are on the next page; `null` on the last. */
    earlier: oldest > 1 ? oldest : null,
    /** The page of later revisions, by what stands in its address; `'newest'` for the first, `null` on the first. */
    later: laterThan(newest, at),
  }
}

function laterThan(newest: number, at: number): number | 'newest' | null {
  if (newest >= at) return null
  return newest + REVISIONS_SHOWN >= at ? 'newest' : newest + REVISIONS_SHOWN + 1
}

function told(revision: Revision, marks: Marks, touched: readonly Touched[], cells: ReadonlyMap<number, Moved>) {
  const own = touched.filter((one) => one.revision === revision.number)
  const records = own.reduce((sum, one) => sum + one.records, 0)
  return { revision, marks, records, cells: cells.get(revision.number)?.cells ?? null }
}
