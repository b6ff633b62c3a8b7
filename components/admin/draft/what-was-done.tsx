import { actInWords } from '@/components/admin/audit/act-words'
import { Instant } from '@/components/marks/instant'
import type { Colleague } from '@/lib/contract/edit/draft'
import { say } from '@/lib/contract/words/catalogue'

/** An act of the log, as it is told beside what it was done to. */
export type Done = { readonly at: string; readonly by: Colleague | null; readonly act: string; readonly number: string }

/** Who did what to a draft, the first act first; folded, for it is long and the discussion tells what matters. */
export function WhatWasDone({ done }: { readonly done: readonly Done[] }) {
  return (
    <details>
      <summary>{say('drafts.review.done', { count: done.length })}</summary>
      <ol className="lines small">
        {done.map(({ number, at, by, act }) => (
          <li key={number}>
            <Instant at={at} /> <b>{by?.name ?? say('people.log.nobody')}</b>: {actInWords(act)}
          </li>
        ))}
      </ol>
    </details>
  )
}
