import { clientIsStale, generateClient } from './client'
import { reasonOf } from './failure'
import { stopChildren } from './processes'
import { onStop } from './stopping.mjs'
import { type Counts, total } from './test-counts'
import { boundaries, browser, type Found, type Kind, kinds, lint, packages, types, vitest } from './test-kinds'

type Row = Counts & { readonly kind: Kind; readonly seconds: number }

/** One command after another. Kinds that share a command share its time. */
type Lane = readonly (readonly [kind: Kind, run: () => Promise<Found>])[]

/**
 * Runs every kind of test, tells how each ended, and ends with one line: `N passed, N failed`.
 *
 * Lanes run at once, the two long ones from the first moment on: else a processor waits in the end for the last of them.
 *
 * @returns the exit code: 0 when nothing failed.
 */
export async function runTests(what: 'test' | 'check'): Promise<number> {
  const began = performance.now()
  onStop(() => stopChildren())
  // Every lane needs it, and none may find it half written.
  if (clientIsStale()) await generateClient()
  const house: Lane = [
    ['types', types],
    ['lint', lint],
    ['boundaries', boundaries],
  ]
  const unit: Lane = [['unit', () => vitest(what === 'check')]]
  const rest: readonly Lane[] = what === 'check' ? [] : [[['browser', browser]], [['packages', packages]]]
  const lanes = [unit, house, ...rest]
  const rows = (await Promise.all(lanes.map(runLane)))
    .flat()
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))

  const { passed, failed, skipped } = total(rows)
  console.log(`\n${table(rows)}`)
  console.log(`in ${secondsSince(began).toFixed(0)} s${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

async function runLane(lane: Lane): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const [kind, run] of lane) {
    const began = performance.now()
    const { counts, output } = await run().catch((error: unknown) => crashed(kind, error))
    const seconds = secondsSince(began)
    if (total(counts.values()).failed > 0) console.error(`\n${output}\n`)
    for (const [found, count] of counts) {
      rows.push({ kind: found, ...count, seconds })
      console.log(lineOf({ kind: found, ...count, seconds }))
    }
  }
  return rows
}

/** A kind that could not run has failed once. */
function crashed(kind: Kind, error: unknown): Found {
  return { counts: new Map([[kind, { passed: 0, failed: 1, skipped: 0 }]]), output: reasonOf(error) }
}

function lineOf({ kind, passed, failed, skipped, seconds }: Row): string {
  const rest = [failed > 0 ? `${failed} failed` : '', skipped > 0 ? `${skipped} skipped` : ''].filter(Boolean)
  return `  ${kind}: ${[`${passed} passed`, ...rest].join(', ')} (${seconds.toFixed(1)} s)`
}

function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.kind, row.passed, row.failed, row.skipped, row.seconds.toFixed(1)].map(String))
  const lines = [['kind', 'passed', 'failed', 'skipped', 'seconds'], ...cells]
  return lines
    .map(([kind = '', ...numbers]) => `${kind.padEnd(12)}${numbers.map((number) => number.padStart(9)).join('')}`)
    .join('\n')
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000
}
