import 'server-only'
import { isEventKind } from '@/lib/contract/webhooks/kinds'
import { ledgerAt } from '@/lib/db/ledger'
import { type Listener, listenersBehind, tell } from '@/lib/db/webhooks/outbox'
import { legalDaysOf } from '@/lib/ledger/legal-days'
import { lets } from './concerns'
import { silencesSince, warningsDue } from './deadlines'
import { type Message, ofRevision, ofSilence, ofWarning, type Place } from './messages'
import { type RevisionTold, revisionTold } from './revision-told'
import { newMessageId } from './secrets'

/** So many revisions are told of in one go; who is further behind is told the rest the next time. */
const AT_ONCE = 50

/**
 * Tells every webhook that is behind of the revisions published since, and of the legal days whose time has come. What is told
 * is kept with how far it was told, so nothing is told twice and nothing is missed, also after days without a process.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function tellAll(place: Place): Promise<void> {
  const read = new Map<number, RevisionTold>()
  for (const listener of await listenersBehind(place.head, place.today)) {
    const last = Math.min(place.head, listener.toldRevision + AT_ONCE)
    const messages: Message[] = []
    for (let number = listener.toldRevision + 1; number <= last; number += 1) {
      const told = read.get(number) ?? (await revisionTold(number))
      read.set(number, told)
      messages.push(ofRevision(told, place))
    }
    if (last === place.head) messages.push(...(await deadlinesFor(listener, place)))
    const day = last === place.head ? place.today : listener.toldDay
    await tell(listener, wanted(listener, messages, place.now), { revision: last, day })
  }
}

async function deadlinesFor({ kinds, toldDay }: Listener, place: Place): Promise<readonly Message[]> {
  if (!kinds.some((kind) => kind.startsWith('deadline.'))) return []
  const record = await ledgerAt(place.head)
  if (record === null) return []
  const { today } = place
  const since = toldDay < today ? toldDay : today
  const days = legalDaysOf(record)
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
