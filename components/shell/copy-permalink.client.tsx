'use client'

import { useEffect, useState } from 'react'

type Words = { readonly copy: string; readonly copied: string; readonly refused: string }

/** Enhances the permalink beside it: the button appears once scripts run, and the link stays for everyone else. */
export function CopyPermalink({ href, words }: { readonly href: string; readonly words: Words }) {
  const [state, setState] = useState<'hidden' | keyof Words>('hidden')
  useEffect(() => setState('copy'), [])
  if (state === 'hidden') return null

  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(href, window.location.href).href)
      setState('copied')
    } catch {
      setState('refused')
    }
  }

  return (
    <button type="button" className="quiet-button" onClick={copy} aria-live="polite">
      {words[state]}
    </button>
  )
}
