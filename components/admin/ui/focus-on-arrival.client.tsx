'use client'

import { useEffect } from 'react'

/** Moves the focus to what has just appeared; anew whenever its `news` are others. Without JavaScript the page begins there. */
export function FocusOnArrival({ target, news }: { readonly target: string; readonly news: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same element takes the focus again when it says something else
  useEffect(() => {
    document.getElementById(target)?.focus()
  }, [target, news])
  return null
}
