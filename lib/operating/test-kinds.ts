import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { makeChromium } from './chromium'
import { reasonOf } from './failure'
import { packageFile, runNode } from './processes'
import { inProject } from './root'
import { type Counts, countOf, countPlaywright, countVitest, modulesSeen } from './test-counts'
import { variables } from './variables'

/** In the order of the report. */
export const kinds = ['packages', 'types', 'lint', 'boundaries', 'unit', 'property', 'database', 'browser'] as const
export type Kind = (typeof kinds)[number]

/** What one command found: the counts of its kinds, and what it printed, worth showing when something failed. */
export type Found = { readonly counts: ReadonlyMap<Kind, Counts>; readonly output: string }

/** The tests' own build and types, so that a server running from `.next` is left alone. */
const apart = { NEXT_TSCONFIG: '.config/tsconfig.json' }

/** Nothing of the operator's own configuration reaches the tests. */
const unset = Object.fromEntries(Object.keys(variables).map((name) => [name, undefined]))

/** Advisories against the packages of the lock. Where nobody can be asked, that is said, and is neither good nor bad. */
export async function packages(): Promise<Found> {
  const { auditReport } = await import('./audit-report')
  const { good, says } = await auditReport()
  if (good === null) console.log(`  packages: ${says}`)
  const counts = { passed: good === true ? 1 : 0, failed: good === false ? 1 : 0, skipped: 0 }
  return { counts: new Map([['packages', counts]]), output: says }
}

/** The strict type-check, with the types of the routes. */
export async function types(): Promise<Found> {
  const env = { ...unset, ...apart, NEXT_DIST_DIR: '.next-types' }
  const routes = await runNode([packageFile('next/dist/bin/next'), 'typegen'], env)
  if (routes.code !== 0) return whole('types', routes)
  // Each thread works out anew what all files share, and the other lanes have work for the other processors.
  const words = ['--noEmit', '--singleThreaded', '-p', '.config/tsconfig.json']
  return whole('types', await runNode([packageFile('@typescript/native/bin/tsc'), ...words]))
}

/** Style and likely mistakes. */
export async function lint(): Promise<Found> {
  return whole('lint', await runNode([packageFile('@biomejs/biome/bin/biome'), 'check', '--config-path=.config', '.']))
}

/** Who may import whom. A cruise that has not seen the house tells of no violation either: it has failed. */
export async function boundaries(): Promise<Found> {
  const cruise = [
    packageFile('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.config/dependency-cruiser.cjs',
  ]
  const places = ['app', 'components', 'lib', 'prisma', 'tests', 'proxy.ts', 'instrumentation.ts', 'next.config.ts']
  const ran = await runNode([...cruise, '--exclude', '^tests/house/crimes/|^lib/db/generated/', ...places])
  return whole('boundaries', ran.code === 0 && modulesSeen(ran.output) < 1000 ? { ...ran, code: 1 } : ran)
}

/** Unit and property tests, and those with a real PostgreSQL unless `pureOnly`. */
export async function vitest(pureOnly: boolean): Promise<Found> {
  const report = reportFile('vitest')
  const words = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const ran = await runNode(
    [packageFile('vitest/vitest.mjs'), ...words, ...(pureOnly ? ['--project', 'pure'] : [])],
    unset,
  )
  const counts = readCounts('unit', () => countVitest(read(report), kindOf))
  return { counts: withExitCode('unit', counts, ran.code), output: ran.output }
}

/** The pages in a browser, from a server started as `npm start` does. */
export async function browser(): Promise<Found> {
  const report = reportFile('playwright')
  const env = {
    ...unset,
    ...apart,
    NEXT_DIST_DIR: process.env['NEXT_DIST_DIR'] ?? '.next-test',
    CHROMIUM_PATH: await makeChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  }
  const words = ['test', '--config', 'tests/playwright.config.ts', '--reporter=line,json']
  const ran = await runNode([packageFile('@playwright/test/cli.js'), ...words], env)
  const counts = readCounts('browser', () => new Map([['browser' as const, countPlaywright(read(report))]]))
  return { counts: withExitCode('browser', counts, ran.code), output: ran.output }
}

/** The kind of a Vitest file. Where a test runs is decided by its room, see tests/vitest.config.ts. */
export function kindOf(file: string): Kind {
  if (/[/\\]tests[/\\](db|auth|reading|editing|sharing|operating[/\\]started)[/\\]/.test(file)) return 'database'
  return /propert[^/\\]*$/.test(file) ? 'property' : 'unit'
}

function whole(kind: Kind, { code, output }: { code: number | null; output: string }): Found {
  return { counts: new Map([[kind, countOf(code)]]), output }
}

/** A kind whose command left no report has failed once, as a whole. */
function readCounts(kind: Kind, count: () => ReadonlyMap<Kind, Counts>): ReadonlyMap<Kind, Counts> {
  try {
    return count()
  } catch (error) {
    console.error(`${kind}: no report was left (${reasonOf(error)})`)
    return new Map([[kind, countOf(1)]])
  }
}

/** A command that failed although its report tells of no failure is a failure too. */
function withExitCode(kind: Kind, counts: ReadonlyMap<Kind, Counts>, code: number | null): ReadonlyMap<Kind, Counts> {
  if (code === 0 || [...counts.values()].some(({ failed }) => failed > 0)) return counts
  const { passed, skipped } = counts.get(kind) ?? { passed: 0, skipped: 0 }
  return new Map([...counts, [kind, { passed, failed: 1, skipped }]])
}

/** Where a report is written; an older one is removed, so that it cannot be taken for a new one. */
function reportFile(name: string): string {
  mkdirSync(inProject('.cache/tests'), { recursive: true })
  const file = inProject('.cache/tests', `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
