import { StatusMark } from '@/components/marks/status-mark'
import { say } from '@/lib/contract/words/catalogue'
import { countsInWords } from '@/lib/contract/words/rollup'
import type { Rollup } from '@/lib/ledger/rollup'

/** What a regime does to the cells it reaches (R11): one word when all agree, else every count; `null` reaches none. */
export function DoesMark({ rollup }: { readonly rollup: Rollup | null }) {
  if (rollup === null) return <span className="soft">{say('law.regimes.nothing')}</span>
  const { status, beforeEffect, counts, total } = rollup
  return (
    <>
      <StatusMark status={status} beforeEffect={beforeEffect} />{' '}
      <span className="title soft">
        {status === 'mixed' ? countsInWords(counts) : say('law.regimes.cells', { count: total })}
      </span>
    </>
  )
}
