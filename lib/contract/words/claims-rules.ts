import type { LocalDate } from '@/lib/ledger/interval'
import { previousDay } from '@/lib/ledger/interval'
import type { RuleGroup, Unasked } from '@/lib/ledger/rule-history'
import { say } from './catalogue'
import { dayInWords } from './day'
import { listed, mark, sentences } from './list'

/** What rules do, and on which way of trade: `Re-exports of goods from China: needs a licence`. */
export function doesInWords({ effect, route }: Pick<RuleGroup, 'effect' | 'route'>): string {
  const does = say(`proof.effect.${effect}`)
  return route === null ? does : `${say(`claims.assert.route.${route}`)}${mark('colon')}${does}`
}

/** Whether rules were ever in force, from which day through which. */
export function ranInWords({ ran, suspendedFrom, start, state, unverifiedFrom }: RuleGroup, on: LocalDate): string {
  const days = ran.map(({ from, to }) =>
    to === null || to > on
      ? say('claims.page.ran.on', { from: dayInWords(from) })
      : say('claims.page.ran.days', { from: dayInWords(from), to: dayInWords(previousDay(to)) }),
  )
  const through = dayInWords(unverifiedFrom === null ? on : previousDay(unverifiedFrom))
  const never =
    suspendedFrom !== null
      ? say('claims.page.ran.suspendedBefore', {
          day: through,
          suspended: dayInWords(suspendedFrom),
          start: dayInWords(start),
        })
      : state === 'announced'
        ? say('claims.page.ran.waits', { start: dayInWords(start) })
        : say('claims.page.ran.never', { day: through })
  const again = unverifiedFrom === null ? [] : [say('claims.page.ran.unverified', { from: dayInWords(unverifiedFrom) })]
  return listed([...(days.length === 0 ? [never] : days), ...again], 'apart')
}

/** Where rules stand on the day asked. */
export function standsInWords({ state, unverifiedFrom }: RuleGroup): string {
  return unverifiedFrom === null ? say(`status.state.${state}`) : say('law.state.notFirm')
}

/** Which ways of an instrument nothing asserted asks of, and whether its rules there were ever in force. */
export function unaskedInWords({ routes, lines, ranFrom }: Unasked, instrument: string): string {
  return sentences(
    say('claims.page.unasked', {
      instrument,
      routes: listed(
        routes.map((route) => say(`claims.assert.route.${route}`)),
        'apart',
      ),
      count: lines,
    }),
    ranFrom === null ? null : say('claims.page.unaskedRan', { from: dayInWords(ranFrom) }),
  )
}

/** Whether an assertion asks of the way of trade of rules; nothing where there is nothing to ask. */
export function askedInWords({ asked }: RuleGroup): string | null {
  return asked === null ? null : say(asked ? 'claims.page.askedYes' : 'claims.page.askedNo')
}
