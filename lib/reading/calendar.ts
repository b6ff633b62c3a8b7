import 'server-only'
import { frameOf } from './frame'
import type { Opened } from './opened'

/** The legal days ahead and behind, as of the asked day. */
export function calendarPage(opened: Opened) {
  return { ...frameOf(opened) }
}
