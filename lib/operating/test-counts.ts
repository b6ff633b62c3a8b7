import { z } from 'zod'

/** How many tests of one kind ended how. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** A command that is itself the test: types, lint, boundaries. */
export function countOf(code: number | null): Counts {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

const vitestReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

/**
 * Counts Vitest's JSON report by kind of test file. A file that could not even be read is one failure, and so is a run
 * that failed although no test did.
 *
 * @param kindOf the kind of a file, by its path.
 * @throws {z.ZodError} when it is no such report.
 */
export function countVitest<Kind extends string>(report: unknown, kindOf: (file: string) => Kind): Map<Kind, Counts> {
  const { success, testResults } = vitestReport.parse(report)
  const counts = new Map<Kind, Counts>()
  for (const { name, status, assertionResults } of testResults) {
    const states = assertionResults.map((result) => result.status)
    const broken = status === 'failed' && !states.includes('failed') ? 1 : 0
    add(counts, kindOf(name), {
      passed: states.filter((state) => state === 'passed').length,
      failed: states.filter((state) => state === 'failed').length + broken,
      skipped: states.filter((state) => state !== 'passed' && state !== 'failed').length,
    })
  }
  const [first] = counts.keys()
  if (!success && total(counts.values()).failed === 0)
    add(counts, first ?? kindOf(''), { passed: 0, failed: 1, skipped: 0 })
  return counts
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/**
 * Counts Playwright's JSON report. A test that passes only when tried again has failed; so has a run that failed before
 * or after its tests.
 *
 * @throws {z.ZodError} when it is no such report.
 */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors } = playwrightReport.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/** How many modules a cruise says it has seen; none where it does not say. */
export function modulesSeen(output: string): number {
  return Number(/\((\d+) modules, \d+ dependencies cruised\)/.exec(output)?.[1] ?? 0)
}

export function total(all: Iterable<Counts>): Counts {
  let sum: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const counts of all) sum = plus(sum, counts)
  return sum
}

function add<Kind>(counts: Map<Kind, Counts>, kind: Kind, more: Counts): void {
  counts.set(kind, plus(counts.get(kind) ?? { passed: 0, failed: 0, skipped: 0 }, more))
}

function plus(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}
