import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider says of whoever signs in next. */
export type Claims = {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
  readonly name: string
  /** What the token says of itself, where that is to be wrong. */
  readonly exp?: number
  readonly aud?: string
  readonly iss?: string
  readonly nonce?: string
}

export type IdentityProvider = {
  readonly issuer: string
  /** Somebody signs in there: gives the address to which the browser is sent back, as a query. */
  readonly answer: (asked: string, claims: Claims) => string
  readonly close: () => void
}

const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An OpenID Connect provider on this machine, as much of one as a sign-in asks of it. */
export async function startIdentityProvider(clientId: string): Promise<IdentityProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }
  const granted = new Map<string, object>()

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', issuer)
    let body = ''
    request.on('data', (data) => {
      body += data
    })
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answers(pathname, new URLSearchParams(body))))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function answers(pathname: string, form: URLSearchParams): object {
    if (pathname === '/jwks') return { keys: [key] }
    if (pathname === '/token') {
      const claims = granted.get(form.get('code') ?? '')
      return claims === undefined
        ? { error: 'invalid_grant' }
        : { id_token: signed(claims), access_token: 'a', token_type: 'Bearer' }
    }
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
    }
  }

  function signed(claims: object): string {
    const now = Math.floor(Date.now() / 1000)
    const said = `${text({ alg: 'RS256', kid: 'one' })}.${text({ iss: issuer, aud: clientId, iat: now, exp: now + 60, ...claims })}`
    return `${said}.${createSign('RSA-SHA256').update(said).sign(privateKey, 'base64url')}`
  }

  return {
    issuer,
    answer(asked, claims) {
      const query = new URL(asked).searchParams
      const code = `code-${granted.size}`
      granted.set(code, { nonce: query.get('nonce') ?? undefined, ...claims })
      return `?${new URLSearchParams({ code, state: query.get('state') ?? '' })}`
    },
    close: () => server.close(),
  }
}
