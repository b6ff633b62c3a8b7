import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from './failure'
import { settingsOfImage } from './image/mark'
import { endOf, packageFile, startNode } from './processes'
import { inProject } from './root'

export type Server = {
  /** Where it answers, as a reader on this machine types it. */
  readonly address: string
  /** Resolves with the reason when the server has ended, wanted or not. */
  readonly ended: Promise<string>
  /** Resolves when it answers a reader; throws a `Failure` when it ends before that, or answers with an error. */
  readonly answering: () => Promise<void>
}

type Wanted = { readonly mode: 'start' | 'dev'; readonly host: string; readonly port: number }

/** Puts the address a connection comes from among a request's headers: limits go by it. */
const peerAddress = new URL('peer-address.mjs', import.meta.url).href

/** Ours, with Next.js behind it. Who develops gets the server that Next.js brings for that. */
const frontServer = inProject('lib/operating/front/server.mjs')

/** Starts the server. Its own greeting is not shown; what it says after it has answered is. */
export function launchServer({ mode, host, port }: Wanted): Server {
  const program =
    mode === 'start'
      ? [frontServer, host, String(port)]
      : [packageFile('next/dist/bin/next'), 'dev', '--hostname', host, '--port', String(port)]
  const words = ['--import', peerAddress, ...program]
  const env = { NODE_ENV: mode === 'dev' ? 'development' : 'production', ...settingsOfImage() }
  const child = startNode(words, env, ['ignore', 'pipe', 'inherit', 'ipc'])
  const greeting = holdBack(child, mode)
  const ended = endOf(child).then(({ code, signal }) => signal ?? `exit code ${code}`)
  const address = `http://${nameOf(host)}:${port}`

  async function answering(): Promise<void> {
    const outcome = await Promise.race([untilAnswers(address), ended.then((reason) => ({ reason }))])
    if ('reason' in outcome) {
      process.stdout.write(greeting.held())
      throw new Failure(`The server ended before it answered (${outcome.reason}): what it said stands above.`)
    }
    if (outcome.status >= 500) {
      throw new Failure(
        `The server answers its first page with an error (${outcome.status}): what it said stands above.`,
      )
    }
    greeting.release()
  }
  return { address, ended, answering }
}

/** Keeps what the child prints until `release`, and passes it on from then, line by line: we write between its lines too. */
function holdBack(child: ChildProcess, mode: Wanted['mode']) {
  let text = ''
  let held = true
  const passOn = (whole: string) => {
    text = text.slice(whole.length)
    process.stdout.write(whole)
  }
  child.stdout?.setEncoding('utf8').on('data', (data: string) => {
    text += data
    if (!held) passOn(text.slice(0, text.lastIndexOf('\n') + 1))
  })
  child.stdout?.once('end', () => (held ? undefined : passOn(text)))
  return {
    held: () => text,
    release: () => {
      held = false
      // Next.js greets whoever develops with what we say ourselves; ours has said what went on while it started.
      if (mode === 'dev') text = ''
      passOn(text.slice(0, text.lastIndexOf('\n') + 1))
    },
  }
}

/** Asks for the first page until it comes; on a busy machine it may say "not now" for a while before it does. */
async function untilAnswers(address: string): Promise<{ status: number }> {
  let patience = Number.POSITIVE_INFINITY
  for (;;) {
    const status = await fetch(address, { redirect: 'manual' }).then(
      (answer) => answer.status,
      () => 0, // not listening yet
    )
    if (status !== 0 && patience === Number.POSITIVE_INFINITY) patience = Date.now() + 20_000
    if (status !== 0 && (status < 500 || Date.now() > patience)) return { status }
    await pause(status === 0 ? 20 : 500)
  }
}

/** The name by which this machine reaches what listens on `host`. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
