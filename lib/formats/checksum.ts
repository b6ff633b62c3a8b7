import { createHash } from 'node:crypto'

/** What a reader checks a file by: SHA-256 in lower-case hexadecimal, and its length in bytes of UTF-8. */
export type Checksum = { readonly sha256: string; readonly bytes: number }

/** How much is hashed before other requests have their turn. */
const AT_A_TIME = 1 << 18

/** The checksum of a text that is made piece by piece and never held whole. */
export async function checksumOf(pieces: Iterable<string>): Promise<Checksum> {
  const hash = createHash('sha256')
  let bytes = 0
  let turn = 0
  for (const piece of pieces) {
    hash.update(piece, 'utf8')
    bytes += Buffer.byteLength(piece, 'utf8')
    if (bytes - turn < AT_A_TIME) continue
    turn = bytes
    await new Promise(setImmediate)
  }
  return { sha256: hash.digest('hex'), bytes }
}
