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

/** What each rule must say about which crime, and why the rule is there. */
const FINDINGS = [
  [
    'lib/ledger/tells-the-time.ts style/noRestrictedGlobals',
    'the ledger is re-run in court: no clock, no machine, no dice',
  ],
  ['lib/ledger/tells-the-time.ts plugin', 'Math.random hides in a global that is needed for sums'],
  ['lib/contract/asks-what-day-it-is.ts plugin', 'which day is today is asked in lib/reading alone'],
  ['lib/formats/stamps-itself.ts plugin', 'the same values give the same bytes for ever'],
  ['lib/contract/gathers.ts performance/noReExportAll', 'a barrel hides who uses what'],
  ['lib/contract/gathers.ts performance/noBarrelFile', 'a barrel hides who uses what'],
  ['lib/contract/trusts.ts suspicious/noExplicitAny', 'an any switches the type check off where it is needed'],
  ['lib/contract/trusts.ts style/noNonNullAssertion', 'the record can lack what the code hopes for'],
  ['lib/contract/trusts.ts style/noDefaultExport', 'a thing has one name everywhere; Next.js alone asks otherwise'],
  ['lib/reading/talks.ts suspicious/noConsole', 'commands speak to people, rooms answer their callers'],
  ['lib/reading/talks.ts style/useThrowOnlyError', 'a thrown text has no stack'],
  ['lib/reading/NotKebab.ts style/useFilenamingConvention', 'file systems disagree about capitals'],
  ['lib/reading/NotKebab.ts style/noEnum', 'an enum is code; a union of texts crosses JSON unchanged'],
  ['lib/reading/goes-on.ts complexity/noExcessiveLinesPerFunction', 'a function is read at one sight'],
  ['lib/reading/goes-on-and-on.ts style/noExcessiveLinesPerFile', 'a file has one subject'],
  [
    'components/paints.tsx style/noInlineStyles',
    'the Content-Security-Policy refuses them, and print and forced colours need rules',
  ],
  ['tests/sleeps.ts suspicious/noFocusedTests', 'a test alone puts all others to sleep'],
  ['tests/sleeps.ts suspicious/noSkippedTests', 'a sleeping test guards nothing'],
] as const

test.for(FINDINGS)('the linter says %s: %s', ([finding]) => {
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
