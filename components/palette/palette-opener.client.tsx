'use client'

import { type ComponentType, useEffect, useRef, useState } from 'react'
import { asksForPalette, keysAreOn } from './keys'
import type { PaletteProps } from './palette.client'

/**
 * The button that opens the palette, and the keys that do. The palette itself is fetched when it is first asked for. Without
 * scripts there is no button: the search box beside it does what it says.
 *
 * @param search where to search if the palette cannot be fetched.
 * @param asked whether this page has a question that can be asked otherwise.
 */
export function PaletteOpener({
  word,
  keys,
  search,
  asked,
}: {
  readonly word: string
  readonly keys: string
  readonly search: string
  readonly asked: boolean
}) {
  const [ready, setReady] = useState(false)
  const [open, setOpen] = useState(false)
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null)
  const fetched = useRef(false)

  async function show() {
    setOpen(true)
    if (fetched.current) return
    fetched.current = true
    try {
      const { Palette: one } = await import('./palette.client')
      setPalette(() => one)
    } catch {
      window.location.assign(search)
    }
  }
  const shown = useRef(show)
  shown.current = show

  useEffect(() => {
    setReady(true)
    const listen = (event: KeyboardEvent) => {
      if (!asksForPalette(event) || !keysAreOn()) return
      event.preventDefault()
      shown.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return (
    <>
      <button type="button" className="palette-open screen" data-ready={ready ? '' : undefined} onClick={show}>
        {word} <kbd>{keys}</kbd>
      </button>
      {open && Palette !== null && <Palette asked={asked} onClose={() => setOpen(false)} />}
    </>
  )
}
