import { multipart } from './form-requests'
import { type Asked, plainly } from './sending'

/** What broke the server once, and the status that answers it since. */
export type FoundOnce = { readonly name: string; readonly asked: Asked; readonly status: number }

/** Every request that was found to break something. One is added with each mend, and none is ever taken away. */
export function foundOnce(address: string): readonly FoundOnce[] {
  const unseen = (name: string, value: string) =>
    multipart([
      { name: '$ACTION_REF_1', value: '', file: null },
      { name, value, file: null },
    ]).body
  return [
    { name: 'who asks to see their own request', asked: plainly('/materials/Dy', { method: 'TRACE' }), status: 405 },
    { name: 'the name of an icon', asked: plainly('/favicon.ico'), status: 308 },
    { name: 'two slashes', asked: plainly('//materials/Dy'), status: 308 },
    { name: 'an address that cannot be read', asked: plainly('/api/%ed%a0%80'), status: 400 },
    { name: 'an empty form', asked: formOf(address, Buffer.from('')), status: 400 },
    { name: 'half a form', asked: formOf(address, multipart([]).body.subarray(0, 8)), status: 400 },
    { name: 'an action that is no JSON', asked: formOf(address, unseen('$ACTION_1:0', 'nope')), status: 400 },
    { name: 'an action of no name', asked: formOf(address, unseen('$ACTION_1:0', '{"bound":"$@1"}')), status: 400 },
    { name: 'what is bound is a text', asked: formOf(address, unseen('$ACTION_1:1', 'A text.')), status: 400 },
  ]
}

function formOf(address: string, body: Buffer): Asked {
  const { type } = multipart([])
  const headers = { origin: address, 'sec-fetch-site': 'same-origin', 'content-type': type }
  return plainly('/admin/sign-in', { method: 'POST', headers, body })
}
