import 'server-only'
import { liveAddress } from '@/lib/contract/address'
import { refine } from '@/lib/contract/address-reading'
import { FEED_PATHS, type FeedQuery, type Followed, feedAddress } from '@/lib/contract/feed-address'
import type { NameOf } from '@/lib/contract/history/names'
import type { Refusal } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import { say } from '@/lib/contract/words/catalogue'
import { followedInWords } from '@/lib/contract/words/followed'
import { legalDayInWords } from '@/lib/contract/words/legal-day'
import type { CalendarDocument, CalendarEvent } from '@/lib/formats/icalendar'
import type { KeptDay } from '@/lib/ledger/legal-history'
import type { Result } from '@/lib/ledger/result'
import { answerFollowed } from './followed'
import { walkedTo } from './walk'

/** A calendar, and the instant since which it is as it is. */
export type LegalCalendar = { readonly document: CalendarDocument; readonly changed: string }

/**
 * Every legal day that the record ever told, as the newest revision knows it: all, or those about some materials and
 * regimes. What was taken away stays in it, cancelled, so that subscribers learn of it.
 *
 * It depends on the record alone, never on today, so that two requests of one record get the same bytes.
 *
 * @param origin where readers find this server, without a slash at the end.
 */
export function legalCalendar(query: FeedQuery, origin: string): Promise<Result<LegalCalendar, Refusal>> {
  const { followed } = query
  return answerFollowed(FEED_PATHS.calendar, query, async ({ head, nameOf }) => {
    const walked = await walkedTo(head)
    const days = [...walked.days.values()].filter((kept) => isFollowed(kept, followed))
    const about = followedInWords(followed, nameOf)
    const document: CalendarDocument = {
      name: about === null ? say('feeds.calendar.name') : say('feeds.calendar.nameOf', { about }),
      description: say('feeds.calendar.description'),
      source: `${origin}${feedAddress(FEED_PATHS.calendar, followed)}`,
      home: `${origin}/`,
      events: days
        .toSorted((a, b) => (a.day.on < b.day.on || (a.day.on === b.day.on && a.day.id < b.day.id) ? -1 : 1))
        .map((kept) => eventOf(kept, nameOf, origin)),
    }
    const first = walked.steps[0]?.recordedAt ?? ''
    return { document, changed: days.map(({ changed }) => changed.recordedAt).reduce((a, b) => (a > b ? a : b), first) }
  })
}

/** What a day was ever about counts: who followed it then is told what became of it. */
function isFollowed({ materials, regimes }: KeptDay, followed: Followed): boolean {
  const isAbout = (all: ReadonlySet<string>, keys: readonly string[]) =>
    keys.length === 0 || keys.some((key) => all.has(key))
  return isAbout(materials, followed.materials) && isAbout(regimes, followed.regimes)
}

function eventOf(kept: KeptDay, nameOf: NameOf, origin: string): CalendarEvent {
  const { day, sequence, cancelled, first, changed } = kept
  const url = `${origin}${liveAddress({ view: viewOf(kept), ...refine({}) })}`
  return {
    uid: `${day.id}@sluice`,
    sequence,
    cancelled,
    on: day.on,
    url,
    category: say(`feeds.day.kind.${day.kind}`),
    created: first.recordedAt,
    changed: changed.recordedAt,
    ...legalDayInWords(kept, nameOf, url),
  }
}

function viewOf({ day: { instrument, event, claim } }: KeptDay): View {
  if (instrument !== null) return { name: 'instrument', key: instrument.key }
  if (claim !== null) return { name: 'claim', key: claim.key }
  if (event !== null) return { name: 'history', kind: 'event', key: event.key }
  throw new TypeError('a legal day of nothing')
}
