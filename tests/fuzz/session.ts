import { PASSWORD, personOf, type Who } from '../support/accounts'
import { multipart } from './form-requests'
import { formsOf } from './page-forms'
import { plainly, senderTo } from './sending'

const WHERE = '/admin/sign-in'
const WAIT_MS = 30_000

/**
 * Signs somebody in by the form, as a browser without scripts does.
 *
 * @returns the cookies of the session, as a request carries them.
 */
export async function sessionOf(address: string, who: Who): Promise<string> {
  const sender = senderTo(address)
  try {
    const page = await sender.ask(plainly(WHERE), WAIT_MS)
    const html = page.came === 'answer' ? page.body.toString('utf8') : ''
    const form = formsOf(html, WHERE).find(({ controls }) => controls.some(({ name }) => name === 'password'))
    if (form === undefined) throw new Error('there is no form to sign in by')
    const typed: { readonly [name: string]: string } = { email: personOf(who).email, password: PASSWORD }
    const parts = form.controls.map(({ name, value }) => ({ name, value: typed[name] ?? value ?? '', file: null }))
    const { body, type } = multipart(parts)
    const headers = { origin: address, 'sec-fetch-site': 'same-origin', 'content-type': type }
    const came = await sender.ask(plainly(form.path, { method: 'POST', headers, body }), WAIT_MS)
    const cookies = came.came === 'answer' ? (came.headers['set-cookie'] ?? []) : []
    if (cookies.length === 0) throw new Error(`${who} could not sign in`)
    return cookies.map((cookie) => cookie.replace(/;.*$/s, '')).join('; ')
  } finally {
    sender.close()
  }
}
