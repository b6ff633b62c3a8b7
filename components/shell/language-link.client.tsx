'use client'

import { useEffect, useState } from 'react'
import { otherAddress } from '@/lib/contract/other-language'

type Tag = { readonly lang: string; readonly name: string }

/**
 * The way to a page in another language. A page that is kept is sent at its pinned address and at the one that means now, so
 * only the browser knows at which it is read: who reads the page of today is led to the page of today. Without scripts the
 * link leads to the pinned page, which says the same.
 *
 * @param pinned the page in the other language at its pinned address.
 */
export function LanguageLink({ pinned, lang, name }: Tag & { readonly pinned: string }) {
  const [href, setHref] = useState(pinned)
  useEffect(() => setHref(otherAddress(window.location)), [])
  return (
    <a href={href} rel="alternate" lang={lang} hrefLang={lang}>
      {name}
    </a>
  )
}
