import { ZhRuns } from '@/components/history/zh-runs'
import { linkTo } from '@/components/marks/link-to'
import type { Consequences } from '@/components/views/history-pages'
import type { Coordinates } from '@/lib/contract/address'
import { say } from '@/lib/contract/words/catalogue'
import { dayInWords } from '@/lib/contract/words/day'

/** The claims of which the record thinks otherwise: from which day, and what it thought before. */
export function ClaimChanges({ claims, at }: { readonly claims: Consequences['claims']; readonly at: Coordinates }) {
  if (claims.length === 0) return null
  return (
    <>
      <h3>{say('history.claims.title', { count: claims.length })}</h3>
      <ul className="lines">
        {claims.map(({ key, name, on, before, after }) => (
          <li key={`${key} ${on}`}>
            <a href={linkTo(at, { name: 'history', kind: 'claim', key })}>
              <ZhRuns text={name} />
            </a>{' '}
            {say('history.claims.from', {
              day: dayInWords(on),
              before: say(`history.verdict.${before}`),
              after: say(`history.verdict.${after}`),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
