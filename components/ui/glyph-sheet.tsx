import type { ShapeName, Stroke } from '@/lib/contract/shapes'
import { isWide, SHAPES } from '@/lib/contract/shapes'

/** The shapes that say something by silhouette and texture alone; `Glyph` draws one of them. */
export type GlyphName = ShapeName

const NAMES = Object.keys(SHAPES) as readonly GlyphName[]

/** Every shape once per page, so that a cell costs one `<use>`. Stands first in the body. */
export function GlyphSheet() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      {NAMES.map((name) => (
        <symbol key={name} id={`g-${name}`} viewBox={isWide(name) ? '0 0 24 16' : '0 0 16 16'}>
          {SHAPES[name].map((stroke) => (
            <Figure key={stroke.d} {...stroke} />
          ))}
        </symbol>
      ))}
    </svg>
  )
}

function Figure({ d, line, dash, evenOdd }: Stroke) {
  if (line === undefined) return <path d={d} fill="currentColor" fillRule={evenOdd ? 'evenodd' : undefined} />
  return <path d={d} fill="none" stroke="currentColor" strokeWidth={line} strokeDasharray={dash} />
}

/** One shape, as tall as the text. Never alone: the word stands beside it. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg className={isWide(name) ? 'glyph wide' : 'glyph'} aria-hidden="true">
      <use href={`#g-${name}`} />
    </svg>
  )
}
