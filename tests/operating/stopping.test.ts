import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { root } from '@/lib/operating/root'

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** A process that has begun two things, of which the last takes `seconds` to end. */
async function aProcess(seconds: number, whose = 'own') {
  const program = `
    import { onStop, stopOnSignals } from './lib/operating/stopping.mjs'
    stopOnSignals(0, '${whose}')
    onStop(() => console.log('the first ends'))
    onStop(() => new Promise((end) => setTimeout(() => { console.log('the last ends'); end() }, ${seconds * 1000})))
    setInterval(() => undefined, 60_000)
    console.log('begun')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  children.push(child)
  let said = ''
  child.stdout?.on('data', (data) => {
    said += data
  })
  const code = new Promise((resolve) => child.once('close', resolve))
  while (!said.includes('begun')) await pause(5)
  return { child, code, lines: () => said.trim().split('\n') }
}

describe('Ctrl-C', () => {
  test('ends what was begun, the last first, with code 0', async () => {
    const { child, code, lines } = await aProcess(0.05)
    child.kill('SIGINT')
    expect(await code).toBe(0)
    expect(lines().slice(-2)).toEqual(['the last ends', 'the first ends'])
  })

  test('passed on by npm at once counts as one', async () => {
    const { child, code } = await aProcess(0.3)
    child.kill('SIGINT')
    await pause(20)
    child.kill('SIGINT')
    expect(await code).toBe(0)
  })

  test('pressed again does not wait', async () => {
    const { child, code, lines } = await aProcess(60)
    child.kill('SIGINT')
    await pause(1000)
    child.kill('SIGINT')
    expect(await code).toBe(130)
    expect(lines()).not.toContain('the last ends')
  })
})

describe('a process that belongs to another', () => {
  test('ends once and silently, however often it is asked', async () => {
    const { child, code, lines } = await aProcess(1.2, 'owned')
    child.kill('SIGINT')
    await pause(900)
    child.kill('SIGTERM')
    expect(await code).toBe(0)
    expect(lines()).toEqual(['begun', 'the last ends', 'the first ends'])
  })

  test('does not wait when its owner is gone', async () => {
    const { child, lines } = await aProcess(60, 'owned')
    const code = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await pause(50)
    child.disconnect()
    expect(await code).toBe(130)
    expect(lines()).toEqual(['begun'])
  })
})
