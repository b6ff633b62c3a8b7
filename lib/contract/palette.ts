import type { Language } from './words/language'

/** Where the palette asks: made for it, because it needs little of each find, and in the language of the page. */
export const PALETTE = '/api/palette'

/** How many of each kind the palette lists: what is further down is on the search page. */
export const LISTED_IN_PALETTE = 5

/** One line of the palette. */
export type PaletteFound = {
  readonly href: string
  readonly label: string
  /** The language of the label where it is not that of the page. */
  readonly lang: string | null
  /** The name in the other language, and what tells it from others. */
  readonly besides: string | null
  readonly note: string | null
}

/** What the palette shows for a text, the closest first. */
export type PaletteAnswer = {
  readonly total: number
  readonly groups: readonly { readonly title: string; readonly found: readonly PaletteFound[] }[]
}

/** The address that the palette asks for a text. */
export function paletteAddress(q: string, language: Language): string {
  return `${PALETTE}?${new URLSearchParams({ q, lang: language })}`
}
