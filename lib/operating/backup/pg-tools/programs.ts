import { spawn } from 'node:child_process'
import { Failure, reasonOf } from '../../failure'
import { onStop } from '../../stopping.mjs'

export type Program = 'pg_dump' | 'pg_restore'

/**
 * Whether a program of PostgreSQL's is found whose first number is that of a server: an older one refuses the server, and a newer
 * one writes what the server may not know.
 *
 * @param env where it is looked for: `PATH`.
 */
export async function fits(program: Program, major: number, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  return (await majorOf(program, env)) === major
}

/** The first number of the version of a program that is found, else `undefined`. */
export async function majorOf(program: Program, env: NodeJS.ProcessEnv = process.env): Promise<number | undefined> {
  const said = await run(program, ['--version'], env).catch(() => '')
  const [, major] = /\(PostgreSQL\) (\d+)/.exec(said) ?? []
  return major === undefined ? undefined : Number(major)
}

/**
 * Runs a program to its end.
 *
 * @returns what it wrote.
 * @throws {Failure} in its own words.
 */
export function run(program: Program, words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    onStop(() => child.kill())
    let output = ''
    let complaints = ''
    child.stdout.on('data', (data) => {
      output += data
    })
    child.stderr.on('data', (data) => {
      complaints += data
    })
    child.once('error', (cause) => reject(new Failure(`${program} could not be run (${reasonOf(cause)}).`, { cause })))
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Failure(`${program} refused: ${complaintIn(complaints)}`))
    })
  })
}

/** The first line that says `error`, else the last one. */
function complaintIn(said: string): string {
  const lines = said.trim().split('\n')
  const line = lines.find((one) => one.includes('error:')) ?? lines.at(-1) ?? ''
  return line.replace(/^pg_\w+: (error: )?/, '')
}
