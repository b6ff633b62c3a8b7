import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import type { View } from '@/lib/contract/view'
import { previewAt, previewOf } from '@/lib/drawing/drawing'
import { digestOf, pngOf } from '@/lib/drawing/png'
import { rasterised } from '@/lib/drawing/thread'
import { isDrawn, svgOf } from '@/lib/formats/svg'
import { previewSvg } from '@/lib/formats/svg/preview'
import { exhibitAt, exhibitOn, lettered, signsBeyond, signsWithoutShape } from '../support/drawn'
import { theRecord } from '../support/record'

async function drawn(svg: string, width = 400): Promise<Uint8Array> {
  const made = await rasterised(svg, width)
  if (!made.ok) throw new Error('the thread was busy')
  return made.value
}

/** How many pixels are darker than half grey. */
function ink(bytes: Uint8Array): number {
  const { data } = PNG.sync.read(Buffer.from(bytes))
  return data.filter((value, index) => index % 4 === 0 && value < 128).length
}

const zh = (text: string) => `<tspan lang="zh-Hans">${text}</tspan>`

test('letters are drawn with the fonts that come along: the same bytes each time, on every machine', async () => {
  const svg = lettered(`Dysprosium ${zh('镝')}`)
  const [first, second] = [await drawn(svg), await drawn(svg)]
  expect(createHash('sha256').update(first).digest('hex')).toBe(createHash('sha256').update(second).digest('hex'))
  expect(createHash('sha256').update(first).digest('hex')).toBe(
    '9d036f31c86cfd18380901d34f0fec03a064f9281820b0eb559e1b33953b8f58',
  )
  expect(ink(await drawn(lettered('Dysprosium')))).toBeGreaterThan(500)
  expect(ink(first)).toBeGreaterThan(ink(await drawn(lettered('Dysprosium'))) + 100)
  expect(ink(await drawn(lettered(' ')))).toBe(0)
})

test('a sign that no font has is a box; neither it nor anything else is asked for over the network', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const outside = `<image href="http://127.0.0.1:${port}/picture.png" width="9" height="9"/><style>@import url(http://127.0.0.1:${port}/letters.css);</style>`

  const boxes = await drawn(lettered(zh('\u{2A6D3}\u{2A6D4}'), outside))
  server.close()
  expect(asked).toEqual([])
  expect(ink(boxes)).toBeGreaterThan(60)
  expect(boxes).toEqual(await drawn(lettered(zh('\u{2A6D6}\u{2A6D5}')))) // two other boxes
  // The only way out of a WebAssembly module is what it imports.
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name)
  expect(imports.length).toBeGreaterThan(10)
  expect(imports.filter((name) => /fetch|http|xhr|socket|request/i.test(name))).toEqual([])
})

/** The code points that an installed font has, by its own word. */
function signsOf(font: string): ReadonlySet<number> {
  const required = createRequire(import.meta.url)
  const ranges = JSON.parse(readFileSync(required.resolve(`@fontsource-variable/${font}/unicode.json`), 'utf8'))
  const has = new Set<number>()
  for (const range of Object.values(ranges as { [piece: string]: string }).flatMap((text) => text.split(','))) {
    const [from = 0, to = from] = range
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    for (let code = from; code <= to; code += 1) has.add(code)
  }
  return has
}

test('every Chinese name of a material has its signs in the font, and so have the signs of GB 2312', async () => {
  const has = signsOf('noto-sans-sc')
  const names = theRecord().materials.flatMap(({ nameZh }) => [...nameZh])
  expect(names.filter((sign) => !has.has(sign.codePointAt(0) ?? 0))).toEqual([])

  const gb2312 = new TextDecoder('gb2312')
  const signs: string[] = []
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) signs.push(gb2312.decode(new Uint8Array([row, cell])))
  }
  const missing = signs.filter((sign) => /\p{Script=Han}/u.test(sign) && !has.has(sign.codePointAt(0) ?? 0))
  expect(signs.length).toBe(72 * 94)
  expect(missing.length).toBeLessThan(40)
})

test('no sign in the picture beside a link to any view, nor in a drawing, is a box', async () => {
  const { materials, instruments, sources } = theRecord()
  const views: readonly View[] = [
    { name: 'matrix' },
    ...materials.slice(0, 3).map(({ key }): View => ({ name: 'material', key })),
    { name: 'proof', material: 'Ho', form: 'metal' },
    { name: 'regimes' },
    { name: 'regime', key: 'october-9' },
    { name: 'instruments' },
    ...instruments.map(({ key }): View => ({ name: 'instrument', key })),
    { name: 'sources' },
    ...sources.map(({ key }): View => ({ name: 'source', key })),
  ]
  const svgs: string[] = [lettered('→ ≥')]
  for (const view of views) {
    const exhibit = await exhibitAt(view)
    svgs.push(previewSvg(exhibit), ...(isDrawn(exhibit) ? [svgOf(exhibit)] : []))
  }
  const signs = signsBeyond(svgs)
  const eastern = (sign: string) => /\p{Script=Han}|\p{Script=Hangul}/u.test(sign)
  expect(signs.filter(eastern).length).toBeGreaterThan(60)
  // Signs of whole scripts are held against what their font says it has; a drawing of each would take seconds.
  const [simple, hangul] = [signsOf('noto-sans-sc'), signsOf('noto-sans-kr')]
  const han = new Set([...simple, ...signsOf('noto-sans-tc')])
  const font = (sign: string) => (/\p{Script=Hangul}/u.test(sign) ? hangul : han)
  expect(signs.filter((sign) => eastern(sign) && !font(sign).has(sign.codePointAt(0) ?? 0))).toEqual([])
  expect(await signsWithoutShape([...signs.filter((sign) => !eastern(sign)), '가', '사', '銻'])).toEqual([])
  expect(await signsWithoutShape(['a', '\u{10FFFD}', '\u{2A6D5}'])).toEqual(['\u{10FFFD}', '\u{2A6D5}'])
})

test('a picture is drawn once, is named before it is drawn, and too many at once are told to come back', async () => {
  const svg = lettered('once')
  const first = await pngOf(svg, 400)
  const again = await pngOf(svg, 400)
  expect(first.ok && again.ok && first.value.bytes === again.value.bytes).toBe(true)
  expect(first.ok && first.value.digest).toBe(digestOf(svg, 400))
  expect(digestOf(svg, 400)).not.toBe(digestOf(svg, 401))

  const many = await Promise.all(Array.from({ length: 20 }, (_, index) => rasterised(lettered(`no. ${index}`), 400)))
  expect(many.map(({ ok }) => ok)).toEqual([...Array(16).fill(true), ...Array(4).fill(false)])
  expect(many.at(-1)).toEqual({ ok: false, refusal: { seconds: 3 } })
  expect((await rasterised(lettered('later'), 400)).ok).toBe(true)
})

test('a drawing that cannot be drawn is a fault of ours, and the next one is drawn all the same', async () => {
  await expect(rasterised('<svg', 400)).rejects.toThrow(/a drawing failed/)
  expect(ink(await drawn(lettered('still here')))).toBeGreaterThan(300)
})

test('previews measure 1200 by 630, and one day has another than the next', async () => {
  const [first, next] = [await previewOf(exhibitOn('2025-10-08')), await previewOf(exhibitOn('2025-10-09'))]
  if (!first.ok || !next.ok) throw new Error('the thread was busy')
  expect(previewAt('/r/1/2025-10-08/matrix')).toEqual(first.value) // the answer need not be worked out again
  expect(previewAt('/r/1/2025-10-10/matrix')).toBeNull()
  const { width, height } = PNG.sync.read(Buffer.from(first.value.bytes))
  expect([width, height]).toEqual([1200, 630])
  expect(first.value.digest).not.toBe(next.value.digest)
  expect(Buffer.compare(first.value.bytes, next.value.bytes)).not.toBe(0)
  const frozen = await previewOf(exhibitOn('2025-10-08'), '7q2k')
  expect(frozen.ok && frozen.value.digest).not.toBe(first.value.digest)
  expect(previewAt('/r/1/2025-10-08/matrix')?.digest).toBe(first.value.digest) // that of a snapshot is not the view's
  expect(digestOf(previewSvg(exhibitOn('2025-10-08')), 1200)).toBe(first.value.digest)
})
