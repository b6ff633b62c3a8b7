import { gzipSync } from 'node:zlib'
import { burst } from './load'
import type { Served } from './served'

/** The pinned matrix that figures are told of. */
export const MATRIX = '/r/1/2026-11-22/matrix'

/** Pages that were built to be measured against, besides what a framework must do for any answer. */
export const FLOORS = {
  emptyStatic: '/api/bench/static',
  emptyDynamic: '/api/bench/dynamic',
  emptyHandler: '/api/bench/empty',
} as const

let same: Promise<string> | undefined

/**
 * A static page of which as many bytes are sent as of the pinned matrix, compressed as both are: the matrix's own HTML as text
 * in a static page. A page's text travels twice, in its HTML and in the data of the framework, so its length is found by trying.
 *
 * @returns its address, without the origin.
 */
export function pageOfTheSameBytes(served: Served): Promise<string> {
  same ??= findLength(served)
  return same
}

async function findLength({ address, text }: Served): Promise<string> {
  const matrix = await (await fetch(address + MATRIX)).text()
  text.give(matrix.slice(matrix.indexOf('<main')))
  const wanted = gzipSync(matrix).length
  const at = (chars: number) => `/api/bench/same/${chars}`
  const bytesOf = async (chars: number) => gzipSync(await (await fetch(address + at(chars))).arrayBuffer()).length
  let chars = Math.round(Buffer.byteLength(matrix) / 3)
  for (let trial = 0; trial < 8; trial += 1) {
    const bytes = await bytesOf(chars)
    if (Math.abs(bytes / wanted - 1) < 0.01) break
    chars = Math.round((chars * wanted) / bytes)
  }
  return at(chars)
}

/** Days walked back one by one from `2026-11-21`, for buyers of one country after the other: pages nobody asked for yet. */
export function* matricesNeverAsked(): Generator<string> {
  for (const to of ['', '/to/US', '/to/JP', '/to/DE', '/to/KR', '/to/IN', '/to/FR', '/to/GB']) {
    for (let back = 1; back <= 400; back += 1) {
      const day = new Date(Date.UTC(2026, 10, 22 - back)).toISOString().slice(0, 10)
      yield `/r/1/${day}${to}/matrix`
    }
  }
}

/** Asks once, so that what is measured after it is kept. */
export async function warmed(address: string, seconds: number): Promise<void> {
  await burst(address, 4, seconds)
}
