// The thread that turns drawings into pixels. It knows the fonts that come with the application and no others, so the
// same drawing gives the same bytes on every machine, and it has no way to ask the network for anything.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const installed = createRequire(import.meta.url)

/** Where an installed package stands. @param {string} name */
const placeOf = (name) => dirname(installed.resolve(`${name}/package.json`))

const LATIN = placeOf('@fontsource/source-sans-3')
const CHINESE = placeOf('@fontsource-variable/noto-sans-sc')
const TRADITIONAL = placeOf('@fontsource-variable/noto-sans-tc')
const KOREAN = placeOf('@fontsource-variable/noto-sans-kr')

/**
 * A font that comes in pieces, and which signs each piece has.
 *
 * @param {string} place
 * @param {(piece: string) => string[]} filesOf
 */
function piecesOf(place, filesOf) {
  const ranges = JSON.parse(readFileSync(join(place, 'unicode.json'), 'utf8'))
  return Object.entries(ranges).map(([name, text]) => ({
    signs: String(text)
      .split(',')
      .map((range) =>
        range
          .slice(2)
          .split('-')
          .map((code) => Number.parseInt(code, 16)),
      ),
    files: filesOf(name.replace(/[[\]]/g, '')).map((file) => join(place, 'files', file)),
  }))
}

/** @typedef {ReturnType<typeof piecesOf>[number]} Piece */

const latin = piecesOf(LATIN, (piece) => [400, 600].map((weight) => `source-sans-3-${piece}-${weight}-normal.woff2`))
const chinese = numbered(piecesOf(CHINESE, (piece) => [`noto-sans-sc-${piece}-wght-normal.woff2`]))
const traditional = numbered(piecesOf(TRADITIONAL, (piece) => [`noto-sans-tc-${piece}-wght-normal.woff2`]))
const korean = numbered(piecesOf(KOREAN, (piece) => [`noto-sans-kr-${piece}-wght-normal.woff2`]))

/** Latin letters of another font would stand in the way of those of the Latin one. @param {readonly Piece[]} pieces */
function numbered(pieces) {
  return pieces.filter(({ files }) => files.some((file) => /-\d+-wght/.test(file)))
}

/** @type {Map<string, Uint8Array>} */
const read = new Map()

/** @param {string} file */
function bytesOf(file) {
  const known = read.get(file) ?? readFileSync(file)
  read.set(file, known)
  return known
}

/** Pieces with a sign that one of the codes stands for. @param {readonly Piece[]} pieces @param {ReadonlySet<number>} codes */
function needed(pieces, codes) {
  return pieces.filter(({ signs }) =>
    [...codes].some((code) => signs.some(([from = 0, to = from]) => from <= code && code <= to)),
  )
}

/** Codes of signs that no piece has. @param {readonly Piece[]} pieces @param {readonly number[]} codes */
function lacking(pieces, codes) {
  return codes.filter((code) => needed(pieces, new Set([code])).length === 0)
}

/** The fonts of a drawing: always the plain letters, which have the box for a sign that no font has. @param {string} svg */
function fontsFor(svg) {
  const codes = new Set([...svg].map((sign) => sign.codePointAt(0) ?? 0))
  const beyond = new Set([...codes].filter((code) => code > 0x7e))
  const plain = needed(latin, new Set([0x41]))
  const hangul = new Set([...beyond].filter((code) => /\p{Script=Hangul}/u.test(String.fromCodePoint(code))))
  const left = lacking(
    latin,
    [...beyond].filter((code) => !hangul.has(code)),
  )
  const wanted = [
    ...plain,
    ...needed(latin, beyond),
    ...needed(chinese, new Set(left)),
    ...needed(traditional, new Set(lacking(chinese, left))),
    ...needed(korean, hangul), // the Chinese font claims two of its signs, and has no shapes for them
  ]
  return [...new Set(wanted.flatMap(({ files }) => files))].map(bytesOf)
}

/**
 * The Chinese and the Korean font are one file for all weights, of which the rasteriser sees the thinnest alone: a line
 * around their letters in their own colour makes them as strong as the Latin ones beside them.
 */
const STRONGER = '<style>[lang="zh-Hans"],[lang="ko"]{stroke:currentColor;stroke-width:.024em}</style>'

await initWasm(readFileSync(installed.resolve('@resvg/resvg-wasm/index_bg.wasm')))

/** @param {string} svg @param {number} width */
function rasterise(svg, width) {
  const font = { fontBuffers: fontsFor(svg), defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' }
  const drawing = new Resvg(svg.replace('>', `>${STRONGER}`), { font, fitTo: { mode: 'width', value: width } })
  const image = drawing.render()
  const bytes = image.asPng()
  image.free()
  drawing.free()
  return bytes
}

parentPort?.on('message', ({ number, svg, width }) => {
  try {
    const bytes = rasterise(svg, width)
    parentPort?.postMessage({ number, bytes }, [/** @type {ArrayBuffer} */ (bytes.buffer)])
  } catch (error) {
    parentPort?.postMessage({ number, failure: String(error) })
  }
})
