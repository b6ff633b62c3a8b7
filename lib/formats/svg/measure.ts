/** How wide the letters from space to tilde are in Source Sans 3, in thousandths of the type size. */
const WIDTHS = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
  497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
  647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
  496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
  241, 303, 497,
]
const OTHER = 560
/** From here on signs are Chinese, or as wide. */
const WIDE = 0x2e80
const BOLDER = 1.035

/** The width of a text in units of the drawing, near enough to tell whether it fits. */
export function widthOf(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    thousandths += code >= WIDE ? 1000 : (WIDTHS[code - 32] ?? OTHER)
  }
  return (thousandths / 1000) * size * (bold ? BOLDER : 1)
}

/** How much wider the letters are that readers may have in place of ours: lines and words leave them room. */
const OTHER_LETTERS = 1.15

/** The room that a text takes in whatever letters a reader has. */
export function roomOf(text: string, size: number, bold = false): number {
  return widthOf(text, size, bold) * OTHER_LETTERS
}

/** Runs that stay together on a line: words, and single Chinese signs. */
const RUN = /[\u{2e80}-\u{10ffff}]|[^\s\u{2e80}-\u{10ffff}]+|\s+/gu

/**
 * A text on lines no wider than `room`; nothing is left out unless `most` says how many lines there may be: then the last
 * one ends with an ellipsis. A word that is wider than the room stands on a line of its own.
 */
export function linesOf(text: string, room: number, size: number, options: { bold?: boolean; most?: number } = {}) {
  const { bold = false, most = Number.POSITIVE_INFINITY } = options
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const run of text.match(RUN) ?? []) {
    const blank = run.trim() === ''
    const width = roomOf(run, size, bold)
    if (line !== '' && !blank && taken + width > room) {
      lines.push(line.trimEnd())
      line = ''
      taken = 0
    }
    if (line === '' && blank) continue
    line += run
    taken += width
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines.length <= most ? lines : cut(lines.slice(0, most), room, size, bold)
}

function cut(lines: readonly string[], room: number, size: number, bold: boolean): string[] {
  let last = lines.at(-1) ?? ''
  while (last !== '' && roomOf(`${last}…`, size, bold) > room) last = [...last].slice(0, -1).join('').trimEnd()
  return [...lines.slice(0, -1), `${last}…`]
}
