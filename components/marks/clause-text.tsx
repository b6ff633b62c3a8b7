import { languageTag } from '@/components/marks/source-title'
import { English } from '@/components/ui/english'
import { say } from '@/lib/contract/words/catalogue'
import type { ClauseText as Clause } from '@/lib/ledger/record'
import type { Source } from '@/lib/ledger/testimony'

/** The words of the law in their own language, and what they say in English beside them. */
export function ClauseText({ clause, source }: { readonly clause: Clause; readonly source: Source | undefined }) {
  const { original, gloss } = clause
  return (
    <>
      <blockquote lang={source === undefined ? undefined : languageTag(source.language)}>{original}</blockquote>
      {gloss === null ? (
        <p className="soft">{say('history.clause.noGloss')}</p>
      ) : (
        <p className="serif">
          <span className="soft">{say('history.clause.inEnglish')}</span> <English>{gloss}</English>
        </p>
      )}
    </>
  )
}
