import { language as spoken } from '@/lib/contract/words/language'
import type { Source } from '@/lib/ledger/testimony'

/** A source's title in its own language, so that screen readers and fonts follow it. */
export function SourceTitle({ source }: { readonly source: Source }) {
  return <cite lang={languageTag(source.language)}>{source.title}</cite>
}

/** The tag of a language for `lang`, `undefined` for English on English pages; Chinese is written in simplified characters here. */
export function languageTag(language: string): string | undefined {
  if (language === 'en') return spoken() === 'en' ? undefined : 'en'
  return language === 'zh' ? 'zh-Hans' : language
}
