import type { View } from './view'

/** What an answer is carried out as: the same address with this suffix. */
export const SUFFIXES = ['csv', 'json', 'xlsx', 'svg', 'png'] as const
export type Suffix = (typeof SUFFIXES)[number]

/** Views that have something to draw. */
const DRAWN: ReadonlySet<View['name']> = new Set(['matrix', 'material'])

/** The suffixes under which a view can be had: drawings only of what is drawn. */
export function suffixesOf(view: View['name']): readonly Suffix[] {
  return SUFFIXES.filter((suffix) => (suffix !== 'svg' && suffix !== 'png') || DRAWN.has(view))
}
