import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from './failure'
import { endOf, packageFile, startNode } from './processes'

export type Server = {
  /** Where it answers, as a reader on this machine types it. */
  readonly address: string
  /** Resolves with the reason when the server has ended, wanted or not. */
  readonly ended: Promise<string>
}

type Wanted = { readonly mode: 'start' | 'dev'; readonly host: string; readonly port: number }

/**
 * Starts Next.js and waits until it answers a reader. Its own greeting is not shown; what it says later is.
 *
 * @throws {Failure} when it ends before it answers, or answers with an error.
 */
export async function startServer({ mode, host, port }: Wanted): Promise<Server> {
  const words = [packageFile('next/dist/bin/next'), mode, '--hostname', host, '--port', String(port)]
  const env = { NODE_ENV: mode === 'dev' ? 'development' : 'production' }
  const child = startNode(words, env, ['ignore', 'pipe', 'inherit', 'ipc'])
  const greeting = holdBack(child)
  const ended = endOf(child).then(({ code, signal }) => signal ?? `exit code ${code}`)
  const address = `http://${nameOf(host)}:${port}`

  const outcome = await Promise.race([untilAnswers(address), ended.then((reason) => ({ reason }))])
  if ('reason' in outcome) {
    process.stdout.write(greeting.held())
    throw new Failure(`The server ended before it answered (${outcome.reason}): what it said stands above.`)
  }
  if (outcome.status >= 500) {
    throw new Failure(`The server answers its first page with an error (${outcome.status}): what it said stands above.`)
  }
  greeting.release()
  return { address, ended }
}

/** Keeps what the child prints until `release`, and passes it on from then. */
function holdBack(child: ChildProcess) {
  let text = ''
  let held = true
  child.stdout?.on('data', (data: Buffer) => {
    if (held) text += data
    else process.stdout.write(data)
  })
  return {
    held: () => text,
    release: () => {
      held = false
    },
  }
}

async function untilAnswers(address: string): Promise<{ status: number }> {
  for (;;) {
    try {
      const { status } = await fetch(address, { redirect: 'manual' })
      return { status }
    } catch {
      await pause(20) // not listening yet
    }
  }
}

/** The name by which this machine reaches what listens on `host`. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
