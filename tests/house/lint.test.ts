import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What the linter says, one line per finding: `file rule`, or `file plugin` for a rule of our own. */
let findings: readonly string[] = []
let folder = ''

beforeAll(async () => {
  // The crimes lie in a copy: where they are kept, the configuration rightly leaves them out.
  folder = await mkdtemp(join(tmpdir(), 'crimes-'))
  await cp(join(import.meta.dirname, 'crimes/lint'), folder, { recursive: true })
  await cp(join(root, '.config'), join(folder, '.config'), { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  findings = (await lint(folder)).map(({ title, file }) => `${relative(folder, file)} ${title.replace('lint/', '')}`)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function lint(where: string): Promise<readonly { title: string; file: string }[]> {
  const biome = join(root, 'node_modules/.bin/biome')
  const command = ['lint', '--config-path=.config', '--reporter=github', '--max-diagnostics=none', '.']
  return new Promise((resolve) => {
    // Findings make the exit code; they are printed all the same.
    execFile(biome, command, { cwd: where, maxBuffer: 2 ** 26 }, (_failure, output) => {
      const lines = output.matchAll(/^::(?:error|warning) title=([^,]+),file=([^,]+),/gm)
      resolve([...lines].map(([, title = '', file = '']) => ({ title, file })))
    })
  })
}

test.for([
  'lib/ledger/tells-the-time.ts style/noRestrictedGlobals',
  'lib/ledger/tells-the-time.ts plugin',
  'lib/contract/asks-what-day-it-is.ts plugin',
  'lib/formats/stamps-itself.ts plugin',
  'lib/contract/gathers.ts performance/noReExportAll',
  'lib/contract/gathers.ts performance/noBarrelFile',
  'lib/contract/trusts.ts suspicious/noExplicitAny',
  'lib/contract/trusts.ts style/noNonNullAssertion',
  'lib/contract/trusts.ts style/noDefaultExport',
  'lib/reading/talks.ts suspicious/noConsole',
  'lib/reading/talks.ts style/useThrowOnlyError',
  'lib/reading/NotKebab.ts style/useFilenamingConvention',
  'lib/reading/NotKebab.ts style/noEnum',
  'lib/reading/goes-on.ts complexity/noExcessiveLinesPerFunction',
  'lib/reading/goes-on-and-on.ts style/noExcessiveLinesPerFile',
  'components/paints.tsx style/noInlineStyles',
  'tests/sleeps.ts suspicious/noFocusedTests',
  'tests/sleeps.ts suspicious/noSkippedTests',
])('the linter says %s', (finding) => {
  expect(findings).toContain(finding)
})

test('every clock and every die in the ledger is named by itself', () => {
  const named = findings.filter((finding) => finding === 'lib/ledger/tells-the-time.ts style/noRestrictedGlobals')

  expect(named).toHaveLength(4) // Date, performance, crypto, process
  expect(findings.filter((finding) => finding === 'lib/ledger/tells-the-time.ts plugin')).toHaveLength(2)
})

test('a day given as a text is no clock, so the contract may put it in words', () => {
  expect(findings.filter((finding) => finding.startsWith('lib/contract/asks-what-day-it-is.ts'))).toEqual([
    'lib/contract/asks-what-day-it-is.ts plugin',
    'lib/contract/asks-what-day-it-is.ts plugin',
  ])
})
