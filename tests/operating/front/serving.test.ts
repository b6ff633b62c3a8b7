import { type ChildProcess, spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { freePort } from '@/lib/operating/embedded-postgres'
import { root } from '@/lib/operating/root'

const children: ChildProcess[] = []
const agents: Agent[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const agent of agents.splice(0)) agent.destroy()
})

/** A server of its own process, which takes its time for `/slow` and never ends its answer to `/never`. */
async function aServer({ goOn = 0, finish = 5_000, slow = {} } = {}) {
  const port = await freePort()
  const program = `
    import { serve } from './lib/operating/front/serving.mjs'
    import { onStop, stopOnSignals } from './lib/operating/stopping.mjs'
    onStop(() => console.log('the connections of the database end'))
    stopOnSignals(0, 'owned')
    async function answer({ url, method }, response) {
      if (url === '/broken') throw new Error('a secret')
      if (url === '/never') return response.write('begun')
      if (url === '/busy') {
        console.log('busy')
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
      }
      if (method === 'POST') return setTimeout(() => response.end('taken'), url === '/long' ? 400 : 20)
      if (url !== '/slow') return response.end('answered')
      response.write('begun, ')
      setTimeout(() => response.end('and finished'), 400)
    }
    serve(answer, async () => [], { host: '127.0.0.1', port: ${port}, goOn: ${goOn}, finish: ${finish},
      slow: ${JSON.stringify(slow)} })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: root })
  children.push(child)
  let said = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  const code = new Promise((resolve) => child.once('close', resolve))
  const agent = new Agent({ keepAlive: true })
  agents.push(agent)
  const listens = () =>
    ask(port, '/', agent).then(
      () => true,
      () => false,
    )
  while (!(await listens())) await pause(10) // and its connection is kept
  return {
    child,
    code,
    port,
    ask: (path: string, own = agent, method = 'GET') => ask(port, path, own, method),
    said: () => said,
  }
}

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly text: string }

/** One answer, however it ends; `begun` when its first bytes are here. */
function ask(
  port: number,
  path: string,
  agent: Agent,
  method = 'GET',
): Promise<Answer> & { readonly begun: Promise<void> } {
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const answered = new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, agent, method }, (response) => {
      let text = ''
      begin()
      response.on('data', (data) => {
        text += data
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })
  return Object.assign(answered, { begun })
}

describe('a server that is asked to end', () => {
  test('finishes what it is answering, refuses who comes after, and ends with code 0', async () => {
    const { child, code, ask, said } = await aServer()
    const slow = ask('/slow')
    await slow.begun
    child.kill('SIGTERM')
    await pause(150)
    await expect(ask('/', new Agent())).rejects.toThrow(/ECONNREFUSED/)
    expect(await slow).toMatchObject({ status: 200, text: 'begun, and finished' })
    expect(await code).toBe(0)
    expect(said()).toContain('the connections of the database end')
  })

  test('is no longer ready at once, lives, and answers for as long as it was told to', async () => {
    const { child, code, ask } = await aServer({ goOn: 400 })
    expect(await ask('/readyz')).toMatchObject({ status: 200, text: '{"lacks":[]}\n' })
    child.kill('SIGINT')
    await pause(100)
    const ready = await ask('/readyz')
    expect(ready).toMatchObject({ status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } })
    expect(JSON.parse(ready.text)).toEqual({ lacks: [{ lacks: 'stopping', says: 'This server is going down.' }] })
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok\n', headers: { 'cache-control': 'no-store' } })
    expect(await ask('/')).toMatchObject({ status: 200, text: 'answered', headers: { connection: 'close' } })
    expect(await code).toBe(0)
  })

  test('tells all whom it is answering to come on no connection of theirs again', async () => {
    const { child, code, ask } = await aServer({ goOn: 200 })
    const many = Array.from({ length: 32 }, () => ask('/long', undefined, 'POST'))
    await pause(100) // all of them are on their way
    child.kill('SIGTERM')
    for (const answer of await Promise.all(many)) {
      expect(answer).toMatchObject({ status: 200, text: 'taken', headers: { connection: 'close' } })
    }
    expect(await code).toBe(0)
  })

  test('reads what came while it was busy before it takes a connection for unused', async () => {
    const { child, code, ask, said } = await aServer()
    const post = () => ask('/', undefined, 'POST')
    const again = new Agent({ keepAlive: true })
    agents.push(again)
    await Promise.all([ask('/', again), ...Array.from({ length: 32 }, post)]) // and their connections are kept
    const timesBusy = async (times: number) => {
      while (said().split('busy').length <= times) await pause(5)
    }
    // The signal comes together with a request that keeps it busy, and the others come meanwhile.
    const busy = [ask('/busy', new Agent())]
    await timesBusy(1)
    child.kill('SIGTERM')
    busy.push(ask('/busy', again))
    await timesBusy(2)
    const answers = await Promise.allSettled([...Array.from({ length: 32 }, post), ...busy])
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(await code).toBe(0)
  })

  test('does not wait for ever', async () => {
    const { child, code, ask } = await aServer({ finish: 200 })
    const never = ask('/never')
    await never.begun
    child.kill('SIGTERM')
    await expect(never).rejects.toThrow(/aborted|hang up|ECONNRESET/)
    expect(await code).toBe(0)
  })

  test('asked by its terminal and by its owner, ends once and in order', async () => {
    const { child, code, ask } = await aServer()
    const slow = ask('/slow')
    await slow.begun
    child.kill('SIGINT')
    await pause(50)
    child.kill('SIGTERM')
    expect((await slow).text).toBe('begun, and finished')
    expect(await code).toBe(0)
  })
})

test('a fault is answered with 500, and is no reader’s business', async () => {
  const { ask } = await aServer()
  const broken = await ask('/broken')
  expect([broken.status, broken.headers['cache-control']]).toEqual([500, 'no-store'])
  expect(broken.text).toContain('Something went wrong on our side')
  expect(broken.text).not.toMatch(/secret|Error/)
  expect((await ask('/')).text).toBe('answered')
})

test('a connection is kept for longer than a proxy in front would keep it', async () => {
  const { ask } = await aServer()
  expect((await ask('/')).headers['keep-alive']).toBe('timeout=75')
})

test('what is more than to ask how it is, is any other request', async () => {
  const { ask } = await aServer()
  expect(await ask('/healthz?deep=1')).toMatchObject({ text: 'answered' })
})

test('whoever takes too long to say what they want is sent away, and keeps nobody else waiting', async () => {
  const { ask, port } = await aServer({ slow: { headersTimeout: 200, connectionsCheckingInterval: 50 } })
  const slow = Array.from({ length: 20 }, () => {
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    const drip = setInterval(() => socket.write('a'), 20)
    let heard = ''
    socket.on('data', (data) => {
      heard += data
    })
    socket.on('error', () => undefined)
    return new Promise<string>((resolve) => {
      socket.on('close', () => {
        clearInterval(drip)
        resolve(heard)
      })
    })
  })
  expect((await ask('/')).text).toBe('answered')
  for (const heard of await Promise.all(slow)) expect(heard).toMatch(/^(HTTP\/1\.1 408 |$)/)
  expect((await ask('/')).text).toBe('answered')
})
