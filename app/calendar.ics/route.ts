import { FEED_PATHS } from '@/lib/contract/feed-address'
import { calendarFile } from '@/lib/formats/icalendar'
import { legalCalendar } from '@/lib/reading/legal-calendar'
import { subscribed } from '../feed/answer'

export const dynamic = 'force-dynamic'

/** The calendar of legal days, as iCalendar. */
export function GET(request: Request): Promise<Response> {
  return subscribed(request, FEED_PATHS.calendar, async (query, origin) => {
    const calendar = await legalCalendar(query, origin)
    if (!calendar.ok) return calendar
    const { document, changed } = calendar.value
    return { ok: true, value: { text: calendarFile(document), changed, type: 'text/calendar; charset=utf-8' } }
  })
}
