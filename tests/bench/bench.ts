import os from 'node:os'
import { stopChildren } from '@/lib/operating/processes'
import { onStop, stop } from '@/lib/operating/stopping.mjs'
import { type Outcome, show, summaryOf } from './report'
import { type Served, serveForBench } from './served'
import type { Measured } from './subject'
import { SUBJECTS } from './subjects'

/**
 * `npm run bench`: a table per subject, or with `--json` one object on standard output; `--only=<name>[,<name>]` runs those
 * alone. A subject that fails is told, and the others are measured all the same; the command then ends with code 1.
 *
 * @param json what standard output is for: with `--json` for nothing but the object.
 */
export async function bench(words: readonly string[], json: ((text: string) => Promise<void>) | null): Promise<void> {
  const began = performance.now()
  const wanted = SUBJECTS.filter(({ name }) => only(words)?.includes(name) ?? true)
  if (wanted.length === 0)
    throw new Error(`No such subject. There are: ${SUBJECTS.map(({ name }) => name).join(', ')}.`)

  onStop(() => stopChildren()) // whatever a subject left running
  const outcomes: Outcome[] = []
  for (const { name, tells, run } of wanted) {
    const asked = performance.now()
    console.error(`${name}: ${tells} …`)
    const measured = await run(served).catch((error: unknown) => failed(error))
    outcomes.push({ name, tells, seconds: (performance.now() - asked) / 1000, ...measured })
    if (json === null) show(outcomes.at(-1))
  }
  const machine = {
    node: process.version,
    cpus: os.availableParallelism(),
    platform: process.platform,
    arch: process.arch,
  }
  await json?.(JSON.stringify({ ...summaryOf(outcomes), machine, seconds: (performance.now() - began) / 1000 }))
  await stop(outcomes.some(({ failure }) => failure !== undefined) ? 1 : 0)
}

let starting: Promise<Served> | undefined

/** One Sluice for the whole run, started when it is first asked for and stopped with the run. */
function served(): Promise<Served> {
  starting ??= serveForBench().then((running) => {
    onStop(running.stop)
    return running
  })
  return starting
}

function only(words: readonly string[]): readonly string[] | undefined {
  return words
    .find((word) => word.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
}

function failed(error: unknown): Measured & { readonly failure: string } {
  const failure = error instanceof Error ? error.message : String(error)
  console.error(error)
  return { table: {}, failure }
}
