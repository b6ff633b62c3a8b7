import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { readBody } from '@/app/api/v1/body'
import { elsewhere } from '@/app/elsewhere'

test('who hangs up in the middle of a body is nobody to be told of in the log', async () => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"view":')),
    pull: (controller) => controller.error(new Error('aborted')),
  })
  const headers = { 'content-type': 'application/json' }
  const cut = new Request('http://localhost/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect(await readBody(cut)).toEqual({ ok: false, refusal: { why: 'not-json' } })
})

const NAMED = '{"id":"60a1","bound":"$@1"}'

test.for([
  ['as a page wrote it', { $ACTION_REF_2: '', '$ACTION_2:0': NAMED, '$ACTION_2:1': '["a",{"b":1}]', name: 'x' }, 200],
  ['with nothing bound', { $ACTION_REF_2: '', '$ACTION_2:0': '{"id":"60a1","bound":null}' }, 200],
  ['of an action without more', { $ACTION_ID_60a1: '' }, 200],
  ['of no action', { q: 'x' }, 200],
  ['without what is bound', { $ACTION_REF_2: '', '$ACTION_2:0': NAMED }, 400],
  ['without the name', { $ACTION_REF_2: '', '$ACTION_2:1': '[]' }, 400],
  ['with a name that is no JSON', { $ACTION_REF_2: '', '$ACTION_2:0': '{"id', '$ACTION_2:1': '[]' }, 400],
  ['with a text bound', { $ACTION_REF_2: '', '$ACTION_2:0': NAMED, '$ACTION_2:1': 'A text.' }, 400],
  [
    'with another place bound',
    { $ACTION_REF_2: '', '$ACTION_2:0': '{"id":"6","bound":"$F9"}', '$ACTION_2:1': '[]' },
    400,
  ],
] as const)('a form %s is read or refused', async ([, fields, status]) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const headers = { 'sec-fetch-site': 'same-origin' }
  const answer = await elsewhere(new NextRequest('http://localhost/admin/webhooks', { method: 'POST', headers, body }))
  expect(answer.status).toBe(status)
})
