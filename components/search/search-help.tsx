import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'

/** One example of each kind of text that finds something. */
const EXAMPLES = [
  ['symbol', 'Dy'],
  ['english', 'dysprosium'],
  ['chinese', '镝'],
  ['hs', '28053'],
  ['item', '1C902'],
  ['announcement', '57'],
  ['announcementYear', 'No. 18 of 2025'],
  ['party', 'Lockheed'],
] as const

/** What can be searched for, each with an example that leads to what it finds. */
export function SearchHelp() {
  return (
    <dl className="try">
      {EXAMPLES.map(([kind, text]) => (
        <div key={kind}>
          <dt>
            <a
              href={inThisLanguage(`/search?${new URLSearchParams({ q: text })}`)}
              lang={kind === 'chinese' ? 'zh-Hans' : undefined}
            >
              {text}
            </a>
          </dt>
          <dd>{say(`library.search.try.${kind}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
