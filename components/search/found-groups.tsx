import { languageTag } from '@/components/marks/source-title'
import { StatusMark } from '@/components/marks/status-mark'
import { Marked } from '@/components/search/marked'
import { Runs } from '@/components/ui/runs'
import { Section } from '@/components/ui/section'
import type { Found, FoundGroup } from '@/lib/contract/found'
import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'
import { language as spoken } from '@/lib/contract/words/language'

type Asked = { readonly q: string }

/** What was found, by kind, the closest first; a list that was cut says so. */
export function FoundGroups({ groups, q }: Asked & { readonly groups: readonly FoundGroup[] }) {
  return (
    <>
      {groups.length > 1 && (
        <nav aria-label={say('library.search.groups')}>
          <ul className="inline-list">
            {groups.map((group) => (
              <li key={group.kind}>
                <a href={`#${group.kind}`}>{titleOf(group)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groups.map((group) => (
        <Section key={group.kind} id={group.kind} title={titleOf(group)}>
          <ol className="found">
            {group.found.map((found) => (
              <li key={`${found.href} ${found.label}`}>
                <Hit found={found} q={q} />
              </li>
            ))}
          </ol>
          {group.total > group.found.length && (
            <p className="soft">{say('library.search.cut', { shown: group.found.length, total: group.total })}</p>
          )}
        </Section>
      ))}
    </>
  )
}

/** The closest of all that was found, ahead of its list: most come for one thing. */
export function BestFound({ groups, q }: Asked & { readonly groups: readonly FoundGroup[] }) {
  const best = groups[0]?.found[0]
  if (best === undefined) return null
  return (
    <p className="best-found">
      <span className="soft">{say('search.best')}</span> <Hit found={best} q={q} />
    </p>
  )
}

/** On Chinese pages a thing goes by its Chinese name first; where it has none, its English one is marked as English. */
function Hit({ found, q }: Asked & { readonly found: Found }) {
  const { href, label, language, zh, note, standing } = found
  const names = [
    { text: label, lang: languageTag(language ?? 'en') },
    ...(zh === null || zh === label ? [] : [{ text: zh, lang: 'zh-Hans' }]),
  ]
  const [own, other] = spoken() === 'zh' ? names.toReversed() : names
  if (own === undefined) return null
  return (
    <>
      <a href={inThisLanguage(href)} lang={own.lang}>
        <Marked text={own.text} q={q} />
      </a>
      {other !== undefined && (
        <>
          {' '}
          <span lang={other.lang}>
            <Marked text={other.text} q={q} />
          </span>
        </>
      )}
      {note !== null && (
        <span className="soft">
          {' · '}
          {spoken() === 'zh' ? <Runs text={note} /> : <Marked text={note} q={q} />}
        </span>
      )}
      {standing !== undefined && (
        <span className="found-standing">
          {' '}
          <StatusMark {...standing} /> <span className="soft">{standing.told}</span>
        </span>
      )}
    </>
  )
}

function titleOf({ kind, total }: FoundGroup): string {
  return say('library.search.group', { kind: say(`pages.kinds.${kind}`), total })
}
