import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { browserOptions } from '../support/browser'
import { FLOORS, MATRIX } from './pages'
import type { Measured, Row, Subject } from './subject'

const PAGES = {
  'empty page': FLOORS.emptyStatic,
  'front page': '/',
  'matrix, pinned': MATRIX,
  material: '/materials/Dy',
  proof: '/r/1/2026-11-22/proof/Ho/metal',
  claims: '/r/1/2026-11-22/claims',
  compare: '/r/1/2026-11-11/compare/1/2026-11-10',
} as const

const KINDS = { document: 'HTML', script: 'JS', stylesheet: 'CSS', font: 'fonts' } as const
type KindOf = (typeof KINDS)[keyof typeof KINDS]

/** One file that a page loads: its bytes as they are, compressed with gzip and with brotli. Fonts are compressed already. */
type Loaded = {
  readonly name: string
  readonly kind: KindOf
  readonly raw: number
  readonly gzip: number
  readonly brotli: number
}

/** JavaScript that a page may load over what the empty page of the same build loads, compressed with gzip. */
const ALLOWANCE = 10 * 1024

/** What a reader's browser loads for a page: every file of its own, compressed as it would travel. */
export const weight: Subject = {
  name: 'weight',
  tells: 'what a page transfers, bytes compressed with gzip, and with brotli',
  run: async (served) => {
    const { address } = await served()
    const browser = await chromium.launch(await browserOptions())
    try {
      return await weighed(browser, address)
    } finally {
      await browser.close()
    }
  },
}

async function weighed(browser: Browser, address: string): Promise<Measured> {
  const table: { [page: string]: Row } = {}
  const notes: string[] = []
  let floor: readonly Loaded[] = []
  for (const [name, path] of Object.entries(PAGES)) {
    const loaded = await loadedBy(browser, address + path)
    if (name === 'empty page') floor = loaded
    const known = new Set(floor.map((one) => one.name))
    const over = loaded.filter((one) => one.kind === 'JS' && !known.has(one.name))
    const overFloor = sum(over, 'gzip')
    table[name] = { ...rowOf(loaded), 'JS over the empty page': overFloor }
    const parts = over.map((one) => `${one.name} ${one.gzip}`).join(', ')
    if (overFloor > ALLOWANCE)
      notes.push(`${name} is ${overFloor - ALLOWANCE} bytes over its allowance of JavaScript: ${parts}.`)
  }
  const over = (name: keyof typeof PAGES) => Number(table[name]?.['JS over the empty page'])
  return {
    table,
    notes,
    figures: { scriptsOverFloorMatrix: over('matrix, pinned'), scriptsOverFloorMaterial: over('material') },
  }
}

function rowOf(loaded: readonly Loaded[]): Row {
  const of = (kind: KindOf) => loaded.filter((one) => one.kind === kind)
  return {
    'HTML raw': sum(of('HTML'), 'raw'),
    HTML: sum(of('HTML'), 'gzip'),
    'HTML br': sum(of('HTML'), 'brotli'),
    CSS: sum(of('CSS'), 'gzip'),
    'CSS br': sum(of('CSS'), 'brotli'),
    JS: sum(of('JS'), 'gzip'),
    'JS br': sum(of('JS'), 'brotli'),
    fonts: sum(of('fonts'), 'raw'),
  }
}

function sum(loaded: readonly Loaded[], as: 'raw' | 'gzip' | 'brotli'): number {
  return loaded.reduce((all, one) => all + one[as], 0)
}

/** Everything that loads until the network is quiet, as a reader sees the page who scrolls nowhere. */
async function loadedBy(browser: Browser, address: string): Promise<readonly Loaded[]> {
  const page = await browser.newPage()
  const loads: Promise<Loaded | null>[] = []
  page.on('response', (response) => {
    const kind = KINDS[response.request().resourceType() as keyof typeof KINDS]
    const name = new URL(response.url()).pathname.split('/').at(-1) ?? ''
    if (kind === undefined) return
    loads.push(
      response.body().then(
        (body) => ({ name, kind, ...sizesOf(body, kind) }),
        () => null,
      ),
    )
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  // On a busy machine the network is quiet for a while before the islands are there.
  if ((await page.locator('.palette-open').count()) > 0) await page.locator('.palette-open[data-ready]').waitFor()
  await page.waitForLoadState('networkidle')
  await page.close()
  return (await Promise.all(loads)).filter((one) => one !== null)
}

function sizesOf(body: Buffer, kind: KindOf) {
  const raw = body.length
  if (kind === 'fonts') return { raw, gzip: raw, brotli: raw }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 } // as a server does that compresses while it answers
  return { raw, gzip: gzipSync(body).length, brotli: brotliCompressSync(body, { params }).length }
}
