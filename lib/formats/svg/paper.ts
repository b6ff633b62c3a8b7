import type { ShownInExhibit } from '@/lib/contract/exhibit'

/** The light colours of the pages (`components/styles/tokens.css`): a drawing is paper wherever it ends up. */
export const PAPER = '#fcfbf8'
export const RULED = '#e6dfcf'
export const INK = '#1b1a17'
export const SOFT = '#55514a'
export const RULE = '#d8d2c5'
export const RULE_STRONG = '#8d867a'
export const ACCENT = '#1c4c78'

/** The colour of a status: it comes after shape, texture and word. */
const TONES: { readonly [status in ShownInExhibit['status']]: string } = {
  'not-controlled': '#2b6648',
  announced: '#46607a',
  paused: '#5a4690',
  'pause-ended': '#855300',
  licence: '#93360f',
  refused: '#8c1839',
  prohibited: '#5b0c26',
  mixed: SOFT,
  'not-applicable': SOFT,
  unknown: SOFT,
}

export function toneOf(status: ShownInExhibit['status']): string {
  return TONES[status]
}

/** The first is handed to our own rasteriser; the others are what readers are likely to have. */
export const FONTS = "'Source Sans 3', 'Source Sans Pro', 'Noto Sans', 'Segoe UI', 'Liberation Sans', sans-serif"
