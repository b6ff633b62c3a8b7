import { gzipSync } from 'node:zlib'

/** Bytes a page transfers, compressed with gzip as the server sends it. */
export type Bytes = { readonly html: number; readonly scripts: number; readonly styles: number }

/** What one page transfers: its HTML, and every script and style sheet that its HTML names. */
export async function bytesOf(origin: string, path: string): Promise<Bytes> {
  const html = await (await fetch(origin + path)).text()
  const named = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].flatMap((found) => found[1] ?? []))]
  return {
    html: gzipSync(html).length,
    scripts: await total(origin, named(/<script[^>]+src="([^"]+)"(?![^>]*noModule)/g)),
    styles: await total(origin, named(/<link rel="stylesheet" href="([^"]+)"/g)),
  }
}

async function total(origin: string, paths: readonly string[]): Promise<number> {
  let bytes = 0
  for (const path of paths) bytes += gzipSync(Buffer.from(await (await fetch(origin + path)).arrayBuffer())).length
  return bytes
}
