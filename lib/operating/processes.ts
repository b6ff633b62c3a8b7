import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { Failure } from './failure'
import { inProject, root } from './root'
import { isStopping } from './stopping.mjs'

/** Makes a child end when its owner ends, however that happens. */
const followOwner = new URL('follow-owner.mjs', import.meta.url).href

const running = new Set<ChildProcess>()

type Environment = Readonly<Record<string, string | undefined>>

/** Starts Node on a file, in the project's folder. The child ends with us. */
export function startNode(words: readonly string[], env: Environment, stdio: SpawnOptions['stdio']): ChildProcess {
  const child = spawn(process.execPath, ['--import', followOwner, ...words], {
    cwd: root,
    env: { ...process.env, ...env, SLUICE_OWNER: String(process.pid) },
    stdio,
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/**
 * Runs Node on a file until it ends. Its output is shown only when it fails.
 *
 * @param name what it does, as the beginning of a sentence: "Building the pages".
 * @throws {Failure} when it ends with another code than 0.
 */
export async function runToEnd(name: string, words: readonly string[], env: Environment = {}): Promise<void> {
  const { code, how, output } = await runNode(words, env)
  if (code === 0) return
  if (!isStopping()) process.stderr.write(`\n${output}\n\n`)
  throw new Failure(`${name} failed (${how}): what it said stands above.`)
}

/** Runs Node on a file until it ends, and keeps all it prints. `code` is `null` when a signal ended it. */
export async function runNode(words: readonly string[], env: Environment = {}) {
  const child = startNode(words, env, ['ignore', 'pipe', 'pipe', 'ipc'])
  let output = ''
  const keep = (data: Buffer) => {
    output += data
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const { code, signal } = await endOf(child)
  return { code, how: signal ?? `exit code ${code}`, output: output.trim() }
}

/** Resolves when a child has ended and all its output has arrived. */
export function endOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}

/** Asks every child that still runs to end, and makes those end that do not within `patience` milliseconds. */
export async function stopChildren(patience = 10_000): Promise<void> {
  const ends = [...running].map((child) => {
    const end = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    return end.then(() => clearTimeout(timer))
  })
  await Promise.all(ends)
}

/** The file of a command that a package brings, as `next/dist/bin/next`. */
export function packageFile(name: string): string {
  return inProject('node_modules', name)
}
