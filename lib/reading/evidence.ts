import 'server-only'
import type { Indicator } from '@/lib/ledger/testimony'
import { frameOf } from './frame'
import type { Opened } from './opened'

/** Every series of what was observed. */
export function evidencePage(opened: Opened) {
  return { ...frameOf(opened), indicators: opened.record.indicators }
}

/** One series. */
export function seriesPage(opened: Opened, indicator: Indicator) {
  return { ...frameOf(opened), indicator }
}
