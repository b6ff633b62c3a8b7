import { expect, test } from '@playwright/test'
import { runNode } from '@/lib/operating/processes'
import { inProject } from '@/lib/operating/root'

/** The short form of `npm run faults`, from one seed: its table stands in the report of a failure. */
test('nothing acknowledged is lost and nothing is half there, whoever is killed, cut off or outrun', async () => {
  test.setTimeout(600_000) // some processes are started, beside everything else that runs
  const words = ['--conditions=react-server', inProject('tests/faults/faults.mjs'), '--short', '--seed=20261122']
  const { code, output } = await runNode(words, { FORCE_COLOR: '0' }) // the runner asks for colours, also in tables
  expect(code, output).toBe(0)
  expect(output.match(/│ [a-z-]+ +│ +[1-9]/g)?.length, output).toBe(4)
})
