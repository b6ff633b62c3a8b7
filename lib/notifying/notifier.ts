import 'server-only'
import { randomUUID } from 'node:crypto'
import { dayInBeijing } from '@/lib/contract/beijing'
import { isDatabaseAway } from '@/lib/db/away'
import { type Claimed, claimDue } from '@/lib/db/webhooks/claims'
import { standingAt } from '@/lib/db/webhooks/outbox'
import { type CourierSettings, deliver } from './courier'
import { tellAll } from './outbox'

export type NotifierSettings = CourierSettings & {
  /** Where readers find this server, without a slash at the end; `null` where nobody has said so. */
  readonly origin: string | null
  /** How many deliveries are on their way at once; of one webhook, only ever one. */
  readonly atOnce: number
  /** How long a delivery is this process's own: longer than an attempt takes. */
  readonly claimMs: number
  /** Says what is wrong; expected things are not told. */
  readonly report: (error: unknown) => void
}

/** How often to look, in milliseconds, and how often while the database is away. */
export type Pace = Pick<NotifierSettings, 'report'> & { readonly everyMs: number; readonly awayMs: number }

/** Somebody who tells webhooks. */
export type Notifier = {
  /** Looks once what is to be told and sent, and begins to send it. */
  readonly look: () => Promise<void>
  /** Resolves when nothing is on its way any more. */
  readonly settled: () => Promise<void>
  /** Ends what is on its way, and takes on no more. */
  readonly stop: () => Promise<void>
}

/** Makes a notifier that looks when it is told to; `keepLooking` makes it look by itself. */
export function notifier(settings: NotifierSettings): Notifier {
  const stopping = new AbortController()
  const underway = new Set<Promise<void>>()
  let sending = 0

  /** Takes on what is due, as far as there is room; each that ends makes room for the next. */
  async function takeOn(): Promise<void> {
    const room = settings.atOnce - sending
    if (room <= 0 || stopping.signal.aborted) return
    sending += room // nobody else takes this room while the database is asked
    let taken = 0
    try {
      const now = settings.clock()
      const until = new Date(now.getTime() + settings.claimMs)
      const claimed = await claimDue(randomUUID(), now, until, room)
      taken = claimed.length
      for (const one of claimed) carry(one)
    } finally {
      sending -= room - taken
    }
  }

  function carry(claimed: Claimed): void {
    const going: Promise<void> = deliver(claimed, settings, stopping.signal)
      .finally(() => {
        sending -= 1
      })
      .then(takeOn)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted && !isDatabaseAway(error)) settings.report(error)
      })
      .finally(() => underway.delete(going))
    underway.add(going)
  }

  return {
    async look() {
      const now = settings.clock()
      const today = dayInBeijing(now)
      const { head, behind, due } = await standingAt(today, now)
      if (head === null || stopping.signal.aborted) return
      if (behind) await tellAll({ origin: settings.origin, head, today, now }, settings.report)
      if (behind || due) await takeOn()
    },
    async settled() {
      while (underway.size > 0) await Promise.all(underway)
    },
    async stop() {
      stopping.abort(new DOMException('stopping', 'AbortError'))
      await Promise.all(underway)
    },
  }
}

/**
 * Makes a notifier look by itself, again and again. While the database is away it waits longer and says nothing; anything else
 * that is wrong is reported, and it goes on.
 *
 * @returns what stops it: nothing is on its way afterwards, and nothing more is begun.
 */
export function keepLooking({ look, stop }: Notifier, { everyMs, awayMs, report }: Pace): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let looking = Promise.resolve()

  function next(wait: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      looking = look().then(
        () => next(everyMs),
        (error: unknown) => {
          if (!isDatabaseAway(error) && !stopped) report(error)
          next(awayMs)
        },
      )
    }, wait)
    timer.unref()
  }

  next(0)
  return async () => {
    stopped = true
    clearTimeout(timer)
    await Promise.all([stop(), looking])
  }
}
