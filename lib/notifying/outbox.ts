import 'server-only'
import { isEventKind } from '@/lib/contract/webhooks/kinds'
import { isDatabaseAway } from '@/lib/db/away'
import { ledgerAt } from '@/lib/db/ledger'
import { type Listener, listenersBehind, tell } from '@/lib/db/webhooks/outbox'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import { once } from '@/lib/ledger/once'
import { lets } from './concerns'
import { silencesSince, warningsDue } from './deadlines'
import { type Message, ofRevision, ofSilence, ofWarning, type Place } from './messages'
import { revisionTold } from './revision-told'
import { newMessageId } from './secrets'

/** So many revisions are told of in one go; who is further behind is told the rest the next time. */
const AT_ONCE = 50

/**
 * Tells every webhook that is behind of the revisions published since, and of the legal days whose time has come. What is told
 * is kept with how far it was told, so nothing is told twice and nothing is missed, also after days without a process.
 *
 * Who cannot be told something keeps nobody else from being told: it is reported, and tried again the next time.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function tellAll(place: Place, report: (error: unknown) => void): Promise<void> {
  const sources: Sources = { told: once(revisionTold), legal: once(legalDaysAt) }
  for (const listener of await listenersBehind(place.head, place.today)) {
    try {
      await tellOne(listener, place, sources)
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      report(error)
    }
  }
}

type Sources = { readonly told: typeof revisionTold; readonly legal: typeof legalDaysAt }

/** The first revision is where the record begins: it changed nothing, so who was there before is told of the second. */
const FIRST_TOLD = 2

async function tellOne(listener: Listener, place: Place, { told, legal }: Sources): Promise<void> {
  const last = Math.min(place.head, listener.toldRevision + AT_ONCE)
  const isUpToDate = last === place.head
  const messages: Message[] = []
  const first = Math.max(FIRST_TOLD, listener.toldRevision + 1)
  for (let number = first; number <= last && asksFor(listener, 'revision'); number += 1)
    messages.push(ofRevision(await told(number), place))
  if (isUpToDate && asksFor(listener, 'deadline'))
    messages.push(...deadlinesFor(listener, place, await legal(place.head)))
  const upTo = { revision: last, day: isUpToDate ? place.today : listener.toldDay }
  await tell(listener, wanted(listener, messages, place.now), upTo)
}

function asksFor({ kinds }: Listener, of: 'revision' | 'deadline'): boolean {
  return kinds.some((kind) => kind.startsWith(`${of}.`))
}

type Legal = Awaited<ReturnType<typeof legalDaysAt>>

async function legalDaysAt(head: number) {
  const record = await ledgerAt(head)
  if (record === null) throw new TypeError(`revision ${head} is not in the record`)
  return { record, days: legalDaysOf(record) }
}

function deadlinesFor({ toldDay }: Listener, place: Place, { record, days }: Legal): readonly Message[] {
  const { today } = place
  const since = toldDay < today ? toldDay : today
  return [
    ...warningsDue(days, since, today).map((warning) => ofWarning(warning, place)),
    ...silencesSince(record, days, since, today).map((silence) => ofSilence(silence, place)),
  ]
}

function wanted(listener: Listener, messages: readonly Message[], at: Date) {
  return messages
    .filter(({ kind, concerns }) => isEventKind(kind) && listener.kinds.includes(kind) && lets(listener, concerns))
    .map(({ event, kind, payload }, place) => ({
      id: newMessageId(at, place),
      webhook: listener.id,
      event,
      kind,
      payload,
      at,
    }))
}
