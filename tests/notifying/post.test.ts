import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { post } from '@/lib/notifying/post'
import type { Resolve } from '@/lib/notifying/public-address'
import { root } from '@/lib/operating/root'
import { certificateFor } from '../support/certificate'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A target on this machine, and the addresses that were asked of it. */
async function target(answer: RequestListener = (_, response) => response.end('taken')) {
  const asked: string[] = []
  const port = await listening(
    createServer((request, response) => {
      asked.push(request.url ?? '')
      answer(request, response)
    }),
  )
  return { port, asked }
}

const to =
  (address: string): Resolve =>
  (_name, _options, found) =>
    found(null, [{ address, family: 4 }])

const send = (url: string, settings: { allowPrivate: boolean; resolve?: Resolve }) =>
  post({ url, body: '{}', headers: {} }, { patienceMs: 5_000, ...settings }, new AbortController().signal)

describe('a message goes nowhere inside', () => {
  test('by a name that leads to this machine, whatever port it names', async () => {
    const { port, asked } = await target()
    const sent = await send(`https://hooks.example.org:${port}/`, { allowPrivate: false, resolve: to('127.0.0.1') })
    expect([sent.outcome, asked]).toEqual(['not-allowed', []])
  })

  test('by a name that means another address a moment after it was looked at', async () => {
    const { port, asked } = await target()
    const meant = ['192.0.2.1', '127.0.0.1']
    let looked = 0
    const rebinding: Resolve = (_name, _options, found) => {
      looked += 1
      found(null, [{ address: meant.shift() ?? '127.0.0.1', family: 4 }])
    }
    const sent = await send(`https://hooks.example.org:${port}/`, { allowPrivate: false, resolve: rebinding })
    expect([sent.outcome, looked, asked]).toEqual(['not-allowed', 1, []])
  })

  test.for([
    'https://127.0.0.1/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:169.254.169.254]/latest/meta-data/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/', // the same, as one number
    'https://0xa9.0xfe.0xa9.0xfe/',
    'https://１６９.254.169.254/',
    'https://ⓛocalhost/',
    'https://localhost:5432/',
    'https://ana:secret@example.org/',
    'http://example.org/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_FLUSHALL',
  ])('by an address like %s', async (url) => {
    const nobody: Resolve = () => expect.fail('a name was looked up')
    expect((await send(url, { allowPrivate: false, resolve: nobody })).outcome).toBe('not-allowed')
  })

  test('by being sent on', async () => {
    const inside = await target()
    const outside = await target((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${inside.port}/secret` }).end(),
    )
    const sent = await send(`http://127.0.0.1:${outside.port}/`, { allowPrivate: true })
    expect([sent.outcome, outside.asked, inside.asked]).toEqual(['redirected', ['/'], []])
  })
})

describe('over TLS', () => {
  const secured = (certificate: { key: string; cert: string }) =>
    listening(createTlsServer(certificate, (_, response) => response.end('taken')))

  test('a certificate that nobody vouches for is not trusted, nor one that is over', async () => {
    for (const certificate of [
      certificateFor('localhost'),
      certificateFor('localhost', new Date(Date.now() - 60_000)),
    ]) {
      const port = await secured(certificate)
      expect((await send(`https://localhost:${port}/`, { allowPrivate: true })).outcome).toBe('not-trusted')
    }
  })

  test('one that this machine trusts is, for its own name alone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sluice-certificates-'))
    const [own, other] = [certificateFor('localhost'), certificateFor('hooks.example.org')]
    writeFileSync(path.join(folder, 'trusted.pem'), own.cert + other.cert)
    const urls = [`https://localhost:${await secured(own)}/`, `https://localhost:${await secured(other)}/`]
    const program = `
      const { post } = await import('./lib/notifying/post.ts')
      for (const url of ${JSON.stringify(urls)}) {
        const settings = { patienceMs: 5000, allowPrivate: true }
        console.log((await post({ url, body: '{}', headers: {} }, settings, new AbortController().signal)).outcome)
      }`
    const words = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval', program]
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: path.join(folder, 'trusted.pem') }
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root, env })
    rmSync(folder, { recursive: true })
    expect(stdout.trim().split('\n')).toEqual(['delivered', 'not-trusted'])
  })
})
