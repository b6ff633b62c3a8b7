import { addressIn } from '@/lib/contract/language-address'
import { say } from '@/lib/contract/words/catalogue'
import { LANGUAGE_TAGS, LANGUAGES, type Language, language } from '@/lib/contract/words/language'

/** How each language is called by those who read it. */
const OWN_NAMES: { readonly [language in Language]: string } = { en: 'English', zh: '中文' }

/** The same page in the other languages, each called by its own name in its own letters. */
export function OtherLanguages({ here }: { readonly here: string }) {
  const spoken = language()
  return (
    <nav aria-label={say('shell.languages')} className="languages screen">
      {LANGUAGES.filter((other) => other !== spoken).map((other) => (
        <a
          key={other}
          href={addressIn(other, here)}
          rel="alternate"
          lang={LANGUAGE_TAGS[other]}
          hrefLang={LANGUAGE_TAGS[other]}
        >
          {OWN_NAMES[other]}
        </a>
      ))}
    </nav>
  )
}
