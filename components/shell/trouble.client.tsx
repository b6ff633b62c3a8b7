'use client'

import words from '@/lib/contract/words/en/trouble.json'

/** Says that the fault is ours and the record is not affected. Takes its words straight from their file: the whole catalogue would weigh on every page. */
export function Trouble({ retry }: { readonly retry: () => void }) {
  const { title, lead, again, start } = words
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
