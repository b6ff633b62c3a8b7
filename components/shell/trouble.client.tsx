'use client'

import { addressIn } from '@/lib/contract/language-address'
import english from '@/lib/contract/words/en/trouble.json'
import type { Language } from '@/lib/contract/words/language'
import chinese from '@/lib/contract/words/zh/trouble.json'

/** Says that the fault is ours and the record is not affected. Takes its words straight from their file: the whole catalogue would weigh on every page. */
export function Trouble({ retry, language = 'en' }: { readonly retry: () => void; readonly language?: Language }) {
  const { title, lead, again, start } = language === 'en' ? english : chinese
  return (
    <main className="page" id="main">
      <h1>{title}</h1>
      <p className="lede">{lead}</p>
      <p>
        <button type="button" className="button" onClick={() => retry()}>
          {again}
        </button>{' '}
        <a href={addressIn(language, '/')}>{start}</a>
      </p>
    </main>
  )
}
