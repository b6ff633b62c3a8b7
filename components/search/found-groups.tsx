import { languageTag } from '@/components/marks/source-title'
import { Section } from '@/components/ui/section'
import { Zh } from '@/components/ui/zh'
import type { Found, FoundGroup } from '@/lib/contract/found'
import { inThisLanguage } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'

/** What was found, by kind, the closest first; a list that was cut says so. */
export function FoundGroups({ groups }: { readonly groups: readonly FoundGroup[] }) {
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
              <Hit key={`${found.href} ${found.label}`} found={found} />
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

function Hit({ found: { href, label, language, zh, note } }: { readonly found: Found }) {
  return (
    <li>
      <a href={inThisLanguage(href)} lang={language === null ? undefined : languageTag(language)}>
        {label}
      </a>{' '}
      {zh !== null && <Zh>{zh}</Zh>}
      {note !== null && <span className="soft">{` · ${note}`}</span>}
    </li>
  )
}

function titleOf({ kind, total }: FoundGroup): string {
  return say('library.search.group', { kind: say(`pages.kinds.${kind}`), total })
}
