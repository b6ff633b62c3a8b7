'use client'

import shell from '@/lib/contract/words/en/shell.json'

/** Says that the fault is ours and the record is not affected. Takes its words without the whole catalogue. */
export function Trouble({ retry }: { readonly retry: () => void }) {
  const { title, lead, again, start } = shell.pending
  return (
    <main className="page" id="main">
      <h1>{title}</h1>
      <p className="lede">{lead}</p>
      <p>
        <button type="button" className="button" onClick={() => retry()}>
          {again}
        </button>{' '}
        <a href="/">{start}</a>
      </p>
    </main>
  )
}
