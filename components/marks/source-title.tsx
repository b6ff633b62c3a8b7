import { language as spoken } from '@/lib/contract/words/language'
import type { Source } from '@/lib/ledger/testimony'

/** A source's title in its own language, so that screen readers and fonts follow it. */
export function SourceTitle({ source }: { readonly source: Source }) {
  const own = titleLanguage(source)
  const [, title = source.title, remark] = (own === 'zh' && REMARK.exec(source.title)) || []
  return (
    <cite lang={languageTag(own)}>
      {title}
      {remark !== undefined && <span lang="en">{remark}</span>}
    </cite>
  )
}

/** What our record says in English behind a Chinese title: `商务部公告2025年第18号 (copy without HS codes)`. */
const REMARK = /^(.*?)(\([\p{Script=Latin}\p{N}\s,;:.’'-]+\))$/u

/** The language of a source's title: some sources in Chinese are known by an English one. */
export function titleLanguage({ language, title }: Pick<Source, 'language' | 'title'>): string {
  return language === 'zh' && !/\p{Script=Han}/u.test(title) ? 'en' : language
}

/** The tag of a language for `lang`, `undefined` for English on English pages; Chinese is written in simplified characters here. */
export function languageTag(language: string): string | undefined {
  if (language === 'en') return spoken() === 'en' ? undefined : 'en'
  return language === 'zh' ? 'zh-Hans' : language
}
