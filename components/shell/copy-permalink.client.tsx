'use client'

import { useEffect, useState } from 'react'

type Words = { readonly copy: string; readonly copied: string; readonly refused: string }

/**
 * Enhances the permalink beside it: the button is seen once scripts run, and the link stays for everyone else. Its place is
 * kept from the first paint, so that nothing moves when it is (components/styles/shell.css).
 */
export function CopyPermalink({ href, words }: { readonly href: string; readonly words: Words }) {
  const [ready, setReady] = useState(false)
  const [state, setState] = useState<keyof Words>('copy')
  useEffect(() => setReady(true), [])

  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(href, window.location.href).href)
      setState('copied')
    } catch {
      setState('refused')
    }
  }

  return (
    <button
      type="button"
      className="quiet-button copy-permalink"
      data-ready={ready ? '' : undefined}
      onClick={copy}
      aria-live="polite"
    >
      {words[state]}
    </button>
  )
}
