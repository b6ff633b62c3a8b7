import { expect, test } from 'vitest'
import { readBody } from '@/app/api/v1/body'

test('who hangs up in the middle of a body is nobody to be told of in the log', async () => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"view":')),
    pull: (controller) => controller.error(new Error('aborted')),
  })
  const headers = { 'content-type': 'application/json' }
  const cut = new Request('http://localhost/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect(await readBody(cut)).toEqual({ ok: false, refusal: { why: 'not-json' } })
})
