import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import { dayInBeijing } from '@/lib/contract/beijing'
import type { Exhibit } from '@/lib/contract/exhibit'
import type { Refusal } from '@/lib/contract/refusal'
import { revisionsNumbered } from '@/lib/db/revisions'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { calendarExhibit } from './exhibit/calendar'
import { changeExhibit } from './exhibit/change'
import { changesExhibit } from './exhibit/changes'
import { checkExhibit } from './exhibit/check'
import { claimExhibit } from './exhibit/claim'
import { claimsExhibit } from './exhibit/claims-list'
import { compareExhibit } from './exhibit/compare'
import { evidenceExhibit, seriesExhibit } from './exhibit/evidence'
import { historyExhibit } from './exhibit/history'
import { instrumentExhibit } from './exhibit/instrument'
import { instrumentsExhibit } from './exhibit/instruments'
import { materialExhibit } from './exhibit/material'
import { matrixExhibit, matrixHeading } from './exhibit/matrix'
import { proofExhibit } from './exhibit/proof'
import { regimeExhibit, regimesExhibit } from './exhibit/regimes'
import { rehearsalExhibit } from './exhibit/rehearsal'
import { sourceExhibit, sourcesExhibit } from './exhibit/sources'
import type { Page } from './page'
import { readPage } from './page'

/**
 * The answer at these coordinates as it leaves the site, or why there is none. Everything that carries an answer out asks
 * here: exports, images, frames, snapshots.
 *
 * @param today in Beijing, as it is or as it was when an answer was given: later days lie ahead.
 */
export async function readExhibit(coordinates: Coordinates, today?: LocalDate): Promise<Result<Exhibit, Refusal>> {
  const page = await readPage(coordinates, today)
  if (!page.ok) return page
  const exhibit = await exhibitOfPage(page.value)
  if (exhibit !== null) return ok(exhibit)
  return refused({ problems: [{ why: 'unknown-view', value: coordinates.view.name }], nearest: addressOf(coordinates) })
}

/** What leaves the site of a page that was read already; `null` of a page that answers no question. */
export async function exhibitOfPage(answer: Page): Promise<Exhibit | null> {
  return exhibitOf(answer, await recordedOnOf(answer))
}

/** What an answer is called and says in short. */
export type Heading = Pick<Exhibit, 'title' | 'description' | 'asked' | 'question' | 'clocks'>

/**
 * What a page that was read already is called where it stands alone; `null` of a page that answers no question. It is what its
 * exhibit says. Readers of a new revision wait for the matrix first: there nothing else of the exhibit is written for it.
 */
export async function headingOfPage(answer: Page): Promise<Heading | null> {
  const recordedOn = await recordedOnOf(answer)
  return answer.name === 'matrix' ? matrixHeading(answer.page, recordedOn) : exhibitOf(answer, recordedOn)
}

async function recordedOnOf({ page: { coordinates } }: Page): Promise<LocalDate> {
  const { revision } = coordinates
  const recorded = (await revisionsNumbered([revision])).get(revision)
  if (recorded === undefined) throw new TypeError(`no revision ${revision} behind a page at it`)
  return dayInBeijing(new Date(recorded.recordedAt))
}

/**
 * What leaves the site of a page's values; `null` of a page that answers no question.
 *
 * @param recordedOn the Beijing day on which the page's revision was recorded.
 */
export function exhibitOf(answer: Page, recordedOn: LocalDate): Exhibit | null {
  switch (answer.name) {
    case 'matrix':
      return matrixExhibit(answer.page, recordedOn)
    case 'material':
      return materialExhibit(answer.page, recordedOn)
    case 'proof':
      return proofExhibit(answer.page, recordedOn)
    case 'regimes':
      return regimesExhibit(answer.page, recordedOn)
    case 'regime':
      return regimeExhibit(answer.page, recordedOn)
    case 'instruments':
      return instrumentsExhibit(answer.page, recordedOn)
    case 'instrument':
      return instrumentExhibit(answer.page, recordedOn)
    case 'sources':
      return sourcesExhibit(answer.page, recordedOn)
    case 'source':
      return sourceExhibit(answer.page, recordedOn)
    case 'claims':
      return claimsExhibit(answer.page, recordedOn)
    case 'claim':
      return claimExhibit(answer.page, recordedOn)
    case 'evidence':
      return evidenceExhibit(answer.page, recordedOn)
    case 'series':
      return seriesExhibit(answer.page, recordedOn)
    case 'calendar':
      return calendarExhibit(answer.page, recordedOn)
    case 'rehearsal':
      return rehearsalExhibit(answer.page, recordedOn)
    case 'check':
      return answer.page.product === null ? null : checkExhibit(answer.page, recordedOn)
    case 'changes':
    case 'earlier':
      return changesExhibit(answer.page, recordedOn)
    case 'change':
      return changeExhibit(answer.page, recordedOn)
    case 'compare':
      return compareExhibit(answer.page, recordedOn)
    case 'history':
      return historyExhibit(answer.page, recordedOn)
    case 'about':
      return null // what the record says of itself is no answer to a question
  }
}
