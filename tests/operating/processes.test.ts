import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { root } from '@/lib/operating/root'

test.for([0, 300])(
  'what Sluice started ends with it, also when it is killed outright after %i ms',
  { timeout: 30_000 },
  async (alive) => {
    const program = `
    import { startNode } from './lib/operating/processes.ts'
    const child = startNode(['--eval', 'setInterval(() => undefined, 60000)'], {}, ['ignore', 'ignore', 'inherit', 'ipc'])
    child.once('spawn', () => console.log(child.pid))`
    const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const child = await new Promise<number>((resolve) => owner.stdout.once('data', (data) => resolve(Number(data))))
    expect(isAlive(child)).toBe(true)
    await pause(alive) // at once, or after the child has loaded what makes it follow its owner

    owner.kill('SIGKILL')
    for (let waited = 0; isAlive(child) && waited < 10_000; waited += 20) await pause(20)
    const stillThere = isAlive(child)
    if (stillThere) process.kill(child, 'SIGKILL')
    expect(stillThere).toBe(false)
  },
)

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
