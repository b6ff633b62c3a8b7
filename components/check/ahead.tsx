import { DayStamp } from '@/components/marks/day-stamp'
import { linkAsking, linkTo } from '@/components/marks/link-to'
import { Section } from '@/components/ui/section'
import type { Checked } from '@/components/views/check-page'
import { say } from '@/lib/contract/words/catalogue'
import { listed, mark } from '@/lib/contract/words/list'
import type { Finding, Verdict } from '@/lib/ledger/check/answer'
import type { LocalDate } from '@/lib/ledger/interval'

/** The later days on which one of these rules changes, and the same check on each. */
export function Ahead({ checked: { page, answer } }: { readonly checked: Checked }) {
  const days = daysAhead(answer.findings)
  return (
    <Section id="ahead" title={say('check.ahead.title')}>
      {days.length === 0 ? (
        <p>{say('check.ahead.none')}</p>
      ) : (
        <ul className="lines">
          {days.map(([day, verdicts]) => (
            <li key={day}>
              <a href={linkAsking(page.coordinates, { on: day })}>
                <DayStamp day={day} />
              </a>
              {mark('colon')}
              {listed(
                [...verdicts].map(([verdict, count]) =>
                  say('check.ahead.line', { count, verdict: say(`check.verdict.${verdict}`) }),
                ),
                'parts',
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="small screen">
        <a className="tall-link" href={linkTo(page.coordinates, { name: 'calendar' })}>
          {say('check.ahead.calendar')}
        </a>
      </p>
    </Section>
  )
}

/** Rules that may reach the product, by the day of their next state. */
function daysAhead(findings: readonly Finding[]): readonly (readonly [LocalDate, ReadonlyMap<Verdict, number>])[] {
  const days = new Map<LocalDate, Map<Verdict, number>>()
  for (const { next, verdict } of findings) {
    if (next === null || verdict === 'does-not-reach') continue
    const verdicts = days.get(next.on) ?? new Map<Verdict, number>()
    verdicts.set(next.verdict, (verdicts.get(next.verdict) ?? 0) + 1)
    days.set(next.on, verdicts)
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1))
}
