import { LanguageLink } from '@/components/shell/language-link.client'
import { addressIn } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'
import { LANGUAGE_TAGS, LANGUAGES, type Language, language } from '@/lib/contract/words/language'

/** How each language is called by those who read it. */
const OWN_NAMES: { readonly [language in Language]: string } = { en: 'English', zh: '中文' }

/**
 * The same page in the other languages, each called by its own name in its own letters.
 *
 * @param here the page's address in English.
 * @param pinned whether that is the pinned address of a page that is also sent at the address that means now.
 */
export function OtherLanguages({ here, pinned }: { readonly here: string; readonly pinned: boolean }) {
  const spoken = language()
  return (
    <nav aria-label={say('shell.languages')} className="languages screen">
      {LANGUAGES.filter((other) => other !== spoken).map((other) => {
        const [tag, name, href] = [LANGUAGE_TAGS[other], OWN_NAMES[other], addressIn(other, here)]
        if (pinned) return <LanguageLink key={other} pinned={href} lang={tag} name={name} />
        return (
          <a key={other} href={href} rel="alternate" lang={tag} hrefLang={tag}>
            {name}
          </a>
        )
      })}
    </nav>
  )
}
