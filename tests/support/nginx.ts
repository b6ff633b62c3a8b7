import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/lib/operating/embedded-postgres'
import { textOf } from '../house/files'

/** Where there is an nginx on this machine; `undefined` where there is none. */
export const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync)

/**
 * Writes the shipped configuration of the proxy into a folder of its own, with the folder in place of /tmp.
 *
 * @param instance the port of the one instance behind it: which names stand for instances, only containers can look up.
 * @returns the folder, the file in it, and the text of that.
 */
export function writeConfiguration(instance: number, port = 8080) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-proxy-'))
  chmodSync(folder, 0o755) // its workers may run as another user than we
  const text = textOf('.config/proxy/nginx.conf')
    .replaceAll('/tmp/', `${folder}/`)
    .replace('/dev/stdout', path.join(folder, 'told.log')) // a test's output is no file that nginx could open
    .replace('200 1s;', '200 1m;') // a machine that has much to do takes a second for a test
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, text)
  const server = `server 127.0.0.1:${instance} max_fails=0;`
  writeFileSync(path.join(folder, 'instances.conf'), `upstream sluice { zone sluice 64k; ${server} keepalive 64; }\n`)
  return { folder, file, text, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The shipped proxy in front of one instance, until it is stopped. */
export async function startProxy(instance: number) {
  const port = await freePort()
  const { file, remove } = writeConfiguration(instance, port)
  const child = spawn(String(nginx), ['-c', file, '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`the proxy did not start: ${said}`)
    await pause(20)
  }
  return { port, stop: () => ended(child).finally(remove) }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('close', () => resolve())
    child.kill('SIGTERM')
  })
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
