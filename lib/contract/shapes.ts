/** One stroke or one filled figure of a shape, in the ink of the place where it stands. */
export type Stroke = {
  readonly d: string
  /** The width of its line; without one the figure is filled. */
  readonly line?: number
  /** Lengths of dashes and gaps. */
  readonly dash?: string
  readonly evenOdd?: true
}

const FRAME = 'M1.5 1.5h13v13h-13z'
const BARS = 'M5 4.5h2v7H5zM9 4.5h2v7H9z'
const QUESTION =
  'M14.2 6.5c.1-1.9 1.3-3 3.1-3s3 1.1 3 2.7c0 1.3-.8 1.9-1.5 2.5-.6.5-.9.8-.9 1.6h-1.6c0-1.4.6-2 1.3-2.6.6-.5.9-.8.9-1.4 0-.8-.5-1.2-1.2-1.2-.8 0-1.4.5-1.5 1.4zM16.2 11.1H18v1.7h-1.8z'

/**
 * The shapes that say something by silhouette and texture alone, once for pages and for drawings that leave the site.
 * Each stands in a square of 16 units; see `isWide`.
 */
export const SHAPES = {
  'not-controlled': [{ d: 'M14 8A6 6 0 1 1 2 8a6 6 0 1 1 12 0z', line: 1.7 }],
  announced: [{ d: FRAME, line: 1.7 }],
  paused: [
    { d: FRAME, line: 1.5 },
    { d: 'M2 6l4-4M2 10l2-2M12 8l2-2M10 14l4-4M2 14l2-2M12 4l2-2', line: 1.1 },
    { d: BARS },
  ],
  'paused-before-effect': [
    { d: FRAME, line: 1.5, dash: '2.6 1.8' },
    { d: BARS, line: 1.1 },
  ],
  'pause-ended': [
    { d: 'M1 1h22v14H1z', line: 1.6, dash: '1.6 2' },
    { d: 'M4.6 4h2.6v8H4.6zM9.4 4H12v8H9.4z' },
    { d: QUESTION },
  ],
  licence: [{ d: 'M1 1h14v14H1z' }],
  refused: [{ d: 'M1 1h11.2L1 12.2zM15 3.8V15H3.8z' }],
  prohibited: [{ d: 'M3 1h10L8 6zM1 3l5 5-5 5zM15 3v10l-5-5zM8 10l5 5H3z' }],
  mixed: [{ d: FRAME, line: 1.5 }, { d: 'M1 15V1h7v14z' }],
  'not-applicable': [{ d: 'M4 7.2h8v1.6H4z' }],
  unknown: [
    {
      d: 'M4.2 5.4C4.4 3 6 1.6 8.2 1.6c2.3 0 3.9 1.4 3.9 3.5 0 1.7-1 2.6-2 3.4-.8.6-1.1 1.1-1.1 2.2H7c0-1.9.7-2.7 1.7-3.5.9-.7 1.2-1.1 1.2-2 0-1-.7-1.7-1.8-1.7-1.2 0-1.9.7-2 1.9zM6.9 12.2h2.2v2.3H6.9z',
    },
  ],
  claim: [{ d: 'M3 1h1.6v1H14l-2.6 3.5L14 9H4.6v6H3z' }],
  event: [{ d: 'M8 1.5 14.5 8 8 14.5 1.5 8z', line: 1.6 }],
  doubt: [{ d: 'M8 1.3 15.2 14H.8zM7.3 6h1.4v4H7.3zM7.3 11h1.4v1.5H7.3z', evenOdd: true }],
} satisfies { readonly [name: string]: readonly Stroke[] }

export type ShapeName = keyof typeof SHAPES

/** Shapes that are 24 units wide: two bars and a question mark need the room. */
export function isWide(name: ShapeName): boolean {
  return name === 'pause-ended'
}
