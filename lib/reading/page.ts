import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf } from '@/lib/contract/address'
import type { Refusal } from '@/lib/contract/refusal'
import type { Against } from '@/lib/contract/view'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { calendarPage } from './calendar'
import { changePage } from './change'
import { changesPage } from './changes'
import { checkPage } from './check'
import { claimPage, claimsPage } from './claims'
import { comparePage } from './compare'
import { openAgainst, openAt } from './door'
import { evidencePage, seriesPage } from './evidence'
import { historyPage } from './history'
import { instrumentPage, instrumentsPage, regimePage, regimesPage } from './law-pages'
import { materialPage } from './material'
import { matrixPage } from './matrix'
import type { Opened } from './opened'
import { proofPage } from './proof'
import { aboutPage, sourcePage, sourcesPage } from './record-pages'
import { rehearsalPage } from './rehearsal'
import { refusedUnread, whyUnread } from './unread'

/** The values of one page, named by its view. */
export type Page = Awaited<ReturnType<typeof pageOf>>

/** The page at these coordinates, or why there is none. */
export async function readPage(coordinates: Coordinates, today?: LocalDate): Promise<Result<Page, Refusal>> {
  const opened = await openAt(coordinates, today, 'part')
  if (!opened.ok) return opened
  try {
    return ok(await pageOf(opened.value))
  } catch (error) {
    const why = whyUnread(error)
    if (why === null) throw error
    return refused(refusedUnread(why, addressOf(coordinates)))
  }
}

/** The values of the page that the record was opened for. */
export async function pageOf(opened: Opened) {
  const { view } = opened.coordinates
  const { law, record } = opened
  switch (view.name) {
    case 'matrix':
      return { name: 'matrix' as const, page: matrixPage(opened) }
    case 'material':
      return { name: 'material' as const, page: materialPage(opened, found(view.key, law.materials.get(view.key))) }
    case 'proof':
      return { name: 'proof' as const, page: proofPage(opened, view.material, view.form) }
    case 'regimes':
      return { name: 'regimes' as const, page: regimesPage(opened) }
    case 'regime':
      return { name: 'regime' as const, page: regimePage(opened, found(view.key, law.regimes.get(view.key))) }
    case 'instruments':
      return { name: 'instruments' as const, page: instrumentsPage(opened) }
    case 'instrument':
      return { name: 'instrument' as const, page: instrumentPage(opened, withKey(record.instruments, view.key)) }
    case 'sources':
      return { name: 'sources' as const, page: sourcesPage(opened) }
    case 'source':
      return { name: 'source' as const, page: sourcePage(opened, withKey(record.sources, view.key)) }
    case 'claims':
      return { name: 'claims' as const, page: claimsPage(opened) }
    case 'claim':
      return { name: 'claim' as const, page: claimPage(opened, withKey(record.claims, view.key)) }
    case 'evidence':
      return { name: 'evidence' as const, page: evidencePage(opened) }
    case 'series':
      return { name: 'series' as const, page: seriesPage(opened, withKey(record.indicators, view.key)) }
    case 'calendar':
      return { name: 'calendar' as const, page: await calendarPage(opened) }
    case 'rehearsal': {
      const instrument = withKey(record.instruments, view.key)
      return { name: 'rehearsal' as const, page: rehearsalPage(opened, instrument, view.until) }
    }
    case 'check':
      return { name: 'check' as const, page: checkPage(opened, view.product) }
    case 'about':
      return { name: 'about' as const, page: aboutPage(opened) }
    case 'changes':
      return { name: 'changes' as const, page: await changesPage(opened) }
    case 'earlier':
      return { name: 'earlier' as const, page: await changesPage(opened, view.before) }
    case 'change':
      return { name: 'change' as const, page: await changePage(opened, view.number, view.against) }
    case 'compare':
      return { name: 'compare' as const, page: await comparePage(opened, await openedAgainst(opened, view.against)) }
    case 'history':
      return { name: 'history' as const, page: await historyPage(opened, view.kind, view.key) }
  }
}

/** @throws {TypeError} when the first of two questions cannot be opened after all; the door has opened it once. */
async function openedAgainst(opened: Opened, against: Against): Promise<Opened> {
  const before = await openAgainst(opened, against)
  if (!before.ok) throw new TypeError(`not open: ${addressOf(opened.coordinates)}`)
  return before.value
}

function withKey<Value extends { readonly key: string }>(values: readonly Value[], key: string): Value {
  return found(
    key,
    values.find((value) => value.key === key),
  )
}

/** @throws {TypeError} when what the door let in is not there after all. */
function found<Value>(key: string, value: Value | undefined): Value {
  if (value === undefined) throw new TypeError(`not in the record: ${JSON.stringify(key)}`)
  return value
}
