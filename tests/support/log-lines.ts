import { z } from 'zod'

/** All that a line about a request may say: whatever a reader chose or wrote has no place in it. */
const line = z.strictObject({
  level: z.literal('info'),
  time: z.iso.datetime(),
  instance: z.uuid(),
  msg: z.literal('request'),
  request: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  method: z.string().regex(/^[A-Z]+$/),
  route: z.string().regex(/^(\/(:x|[a-z0-9_.-]+|:x\.[a-z0-9]+)?)+$/),
  kind: z.enum(['part', 'api', 'admin', 'frame', 'snapshot', 'file', 'page']),
  status: z.union([z.int().min(100).max(599), z.literal('gone')]),
  answered: z.enum(['computed', 'kept', 'refused']),
  ms: z.number(),
})

/** Whether a line of a log is about a request, and says of it what it may and nothing else. */
export function isLineOfRequest(text: string): boolean {
  try {
    return line.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
