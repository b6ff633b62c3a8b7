const KEPT = 'sluice.palette.keys'

/** Whether single keys open the palette: everybody may turn them off, for this browser. Nothing is sent anywhere. */
export function keysAreOn(): boolean {
  try {
    return window.localStorage.getItem(KEPT) !== 'off'
  } catch {
    return true // a browser that keeps nothing
  }
}

export function turnKeys(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(KEPT)
    else window.localStorage.setItem(KEPT, 'off')
  } catch {
    // A browser that keeps nothing has them on again at the next page.
  }
}

/** Whether a key that was pressed asks for the palette: ⌘K or Ctrl-K, and `/` where nobody is typing. */
export function asksForPalette(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.shiftKey || event.isComposing) return false
  if (event.metaKey !== event.ctrlKey) return event.key.toLowerCase() === 'k'
  return event.key === '/' && !event.ctrlKey && !isTyping(event.target)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
