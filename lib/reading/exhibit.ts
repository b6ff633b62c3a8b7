import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { dayInBeijing } from '@/lib/contract/beijing'
import type { Exhibit } from '@/lib/contract/exhibit'
import type { Refusal } from '@/lib/contract/refusal'
import { revisionsNumbered } from '@/lib/db/revisions'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Result } from '@/lib/ledger/result'
import { ok } from '@/lib/ledger/result'
import { matrixExhibit } from './exhibit/matrix'
import type { Page } from './page'
import { readPage } from './page'

/**
 * The answer at these coordinates as it leaves the site, or why there is none. Everything that carries an answer out asks
 * here: exports, images, frames, snapshots.
 */
export async function readExhibit(coordinates: Coordinates): Promise<Result<Exhibit, Refusal>> {
  const page = await readPage(coordinates)
  if (!page.ok) return page
  const { revision } = coordinates
  const recorded = (await revisionsNumbered([revision])).get(revision)
  if (recorded === undefined) throw new TypeError(`no revision ${revision} behind a page at it`)
  return ok(exhibitOf(page.value, dayInBeijing(new Date(recorded.recordedAt))))
}

/** @param recordedOn the Beijing day on which the page's revision was recorded. */
function exhibitOf(answer: Page, recordedOn: LocalDate): Exhibit {
  switch (answer.name) {
    case 'matrix':
      return matrixExhibit(answer.page, recordedOn)
    default:
      throw new TypeError(`no exhibit of ${answer.name}`)
  }
}
