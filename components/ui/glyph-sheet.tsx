import type { ReactNode } from 'react'

/** The shapes that say something by silhouette and texture alone; `Glyph` draws one of them. */
export type GlyphName = keyof typeof SHAPES

const FRAME = 'M1.5 1.5h13v13h-13z'
const BARS = 'M5 4.5h2v7H5zM9 4.5h2v7H9z'
const QUESTION =
  'M14.2 6.5c.1-1.9 1.3-3 3.1-3s3 1.1 3 2.7c0 1.3-.8 1.9-1.5 2.5-.6.5-.9.8-.9 1.6h-1.6c0-1.4.6-2 1.3-2.6.6-.5.9-.8.9-1.4 0-.8-.5-1.2-1.2-1.2-.8 0-1.4.5-1.5 1.4zM16.2 11.1H18v1.7h-1.8z'
/** Shapes that are wider than tall: two bars and a question mark need the room. */
const WIDE: ReadonlySet<string> = new Set(['pause-ended'])

const SHAPES = {
  'not-controlled': <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  announced: <path d={FRAME} fill="none" stroke="currentColor" strokeWidth="1.7" />,
  paused: (
    <>
      <path d={FRAME} fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M2 6l4-4M2 10l2-2M12 8l2-2M10 14l4-4M2 14l2-2M12 4l2-2" stroke="currentColor" strokeWidth="1.1" />
      <path d={BARS} fill="currentColor" />
    </>
  ),
  'paused-before-effect': (
    <>
      <path d={FRAME} fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.6 1.8" />
      <path d="M5 4.5h2v7H5zM9 4.5h2v7H9z" fill="none" stroke="currentColor" strokeWidth="1.1" />
    </>
  ),
  'pause-ended': (
    <>
      <path d="M1 1h22v14H1z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="1.6 2" />
      <path d="M4.6 4h2.6v8H4.6zM9.4 4H12v8H9.4z" fill="currentColor" />
      <path d={QUESTION} fill="currentColor" />
    </>
  ),
  licence: <path d="M1 1h14v14H1z" fill="currentColor" />,
  refused: <path d="M1 1h11.2L1 12.2zM15 3.8V15H3.8z" fill="currentColor" />,
  prohibited: <path d="M3 1h10L8 6zM1 3l5 5-5 5zM15 3v10l-5-5zM8 10l5 5H3z" fill="currentColor" />,
  mixed: (
    <>
      <path d={FRAME} fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M1 15V1h7v14z" fill="currentColor" />
    </>
  ),
  'not-applicable': <path d="M4 7.2h8v1.6H4z" fill="currentColor" />,
  unknown: (
    <path
      d="M4.2 5.4C4.4 3 6 1.6 8.2 1.6c2.3 0 3.9 1.4 3.9 3.5 0 1.7-1 2.6-2 3.4-.8.6-1.1 1.1-1.1 2.2H7c0-1.9.7-2.7 1.7-3.5.9-.7 1.2-1.1 1.2-2 0-1-.7-1.7-1.8-1.7-1.2 0-1.9.7-2 1.9zM6.9 12.2h2.2v2.3H6.9z"
      fill="currentColor"
    />
  ),
  claim: <path d="M3 1h1.6v1H14l-2.6 3.5L14 9H4.6v6H3z" fill="currentColor" />,
  event: <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  doubt: <path d="M8 1.3 15.2 14H.8zM7.3 6h1.4v4H7.3zM7.3 11h1.4v1.5H7.3z" fill="currentColor" fillRule="evenodd" />,
} satisfies { readonly [name: string]: ReactNode }

/** Every shape once per page, so that a cell costs one `<use>`. Stands first in the body. */
export function GlyphSheet() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      {Object.entries(SHAPES).map(([name, shape]) => (
        <symbol key={name} id={`g-${name}`} viewBox={WIDE.has(name) ? '0 0 24 16' : '0 0 16 16'}>
          {shape}
        </symbol>
      ))}
    </svg>
  )
}

/** One shape, as tall as the text. Never alone: the word stands beside it. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg className={WIDE.has(name) ? 'glyph wide' : 'glyph'} aria-hidden="true">
      <use href={`#g-${name}`} />
    </svg>
  )
}
