import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { reasonOf } from './failure'
import { inProject, root } from './root'

/** An advisory against a package of the lock, as the registry tells it. */
export type Advisory = {
  readonly id: string
  readonly package: string
  readonly severity: string
  readonly title: string
}

/** An advisory that we know and let be: why, and the last day on which that holds. */
export type Exception = { readonly advisory: string; readonly reason: string; readonly until: string }

/** What was found: advisories that nothing excuses, and exceptions that are over or excuse nothing any more. */
export type Audit = { readonly open: readonly Advisory[]; readonly stale: readonly string[] }

const exceptions = z.strictObject({
  exceptions: z.array(
    z.strictObject({
      advisory: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/),
      reason: z.string().min(40, 'say why it does not reach us'),
      until: z.iso.date(),
    }),
  ),
})

/** The written exceptions. */
export function writtenExceptions(text = readFileSync(inProject('.config/audit.json'), 'utf8')): readonly Exception[] {
  return exceptions.parse(JSON.parse(text)).exceptions
}

const told = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      via: z.array(z.union([z.string(), z.object({ url: z.string(), title: z.string(), severity: z.string() })])),
    }),
  ),
})

/**
 * The advisories in what `npm audit --json` printed, each once for each package that it is about; `null` where the registry was
 * not asked.
 */
export function advisoriesIn(printed: string): readonly Advisory[] | null {
  const read = told.safeParse(jsonOf(printed))
  if (!read.success) return null
  return Object.values(read.data.vulnerabilities).flatMap(({ name, via }) =>
    via.flatMap((one) =>
      typeof one === 'string'
        ? []
        : [{ id: one.url.split('/').at(-1) ?? one.url, package: name, severity: one.severity, title: one.title }],
    ),
  )
}

/** @param today `2026-11-22`; an exception holds through its last day. */
export function judged(found: readonly Advisory[], excused: readonly Exception[], today: string): Audit {
  const holding = new Set(excused.filter(({ until }) => today <= until).map(({ advisory }) => advisory))
  return {
    open: found.filter(({ id }) => !holding.has(id)),
    stale: excused
      .filter(({ advisory }) => !holding.has(advisory) || !found.some(({ id }) => id === advisory))
      .map(({ advisory, until }) => `${advisory} (until ${until})`),
  }
}

/**
 * Asks the registry for advisories against the lock.
 *
 * @param patience in milliseconds.
 * @returns them, or why the registry did not tell: that is no finding, and no "nothing was found" either.
 */
export async function askedOfTheRegistry(patience = 20_000): Promise<readonly Advisory[] | { readonly why: string }> {
  const npm = process.env['npm_execpath']
  const viaNode = npm?.endsWith('npm-cli.js') === true
  const words = ['audit', '--json', '--fetch-retries=0', `--fetch-timeout=${patience}`]
  const child = spawn(viaNode ? process.execPath : 'npm', viaNode ? [npm, ...words] : words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 2 * patience,
  })
  let printed = ''
  child.stdout.on('data', (data) => {
    printed += data
  })
  const failed = await new Promise<unknown>((resolve) =>
    child.once('error', resolve).once('close', () => resolve(null)),
  )
  if (failed !== null) return { why: reasonOf(failed) }
  return advisoriesIn(printed) ?? { why: whyIn(printed) }
}

function whyIn(printed: string): string {
  const { message } = (jsonOf(printed) ?? {}) as { message?: unknown }
  return typeof message === 'string' ? message.replace(/https?:\/\/\S+/g, 'the registry') : 'it did not answer'
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
