import type { Source } from '@/lib/ledger/testimony'

const LANGUAGES: { readonly [code: string]: string } = { zh: 'zh-Hans' }

/** A source's title in its own language, so that screen readers and fonts follow it. */
export function SourceTitle({ source }: { readonly source: Source }) {
  const code = source.language.slice(0, 2)
  return <cite lang={code === 'en' ? undefined : (LANGUAGES[code] ?? code)}>{source.title}</cite>
}
