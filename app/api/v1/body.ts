import type { Problem } from '@/lib/contract/refusal'
import type { Result } from '@/lib/ledger/result'

const ok = <Value>(value: Value) => ({ ok: true as const, value })
const refused = <Why>(refusal: Why) => ({ ok: false as const, refusal })

/** A request for a snapshot is a few hundred bytes; the longest address is a few thousand. */
const MOST_OF_A_BODY = 16 * 1024

/** The JSON of a request's body: as much of it as is allowed is read, and no more is waited for. */
export async function readBody(request: Request): Promise<Result<unknown, Problem>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return refused({ why: 'not-sent-as-json', type })
  // Who hangs up in the middle of a body hears no answer, and nothing of ours broke.
  const bytes = await readUpTo(request, MOST_OF_A_BODY).catch(() => 'cut' as const)
  if (bytes === 'cut') return refused({ why: 'not-json' })
  if (bytes === null) return refused({ why: 'body-too-large', most: MOST_OF_A_BODY })
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown)
  } catch {
    return refused({ why: 'not-json' })
  }
}

/** `null` for a body that is longer, whatever it said of its length. */
async function readUpTo(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.byteLength
    if (length > most) {
      await reader?.cancel()
      return null
    }
    parts.push(part.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}
