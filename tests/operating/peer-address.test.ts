import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { inProject } from '@/lib/operating/root'

/** Asks itself, and prints what it found among the headers. */
const program = `
  import { createServer, get } from 'node:http'
  const server = createServer((request, response) => {
    console.log(request.headers['x-peer-address'])
    response.end()
    server.close()
  })
  server.listen(0, '127.0.0.1', () => get({ port: server.address().port, headers: { 'X-Peer-Address': '203.0.113.9' } }))
`

test('a request says from where its connection comes, whatever was sent under that name', async () => {
  const words = ['--import', inProject('lib/operating/peer-address.mjs'), '--input-type=module', '--eval', program]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  expect(stdout.trim()).toBe('127.0.0.1')
})
