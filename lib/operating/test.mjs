// `npm test`, and with the word `check` the fast part. Installs what is missing, then hands over to test-run.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

process.env.NEXT_TELEMETRY_DISABLED ??= '1'
process.env.CHECKPOINT_DISABLE ??= '1'
stopOnSignals(130)

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { runTests } = await import('./test-run.ts')
  process.exitCode = await runTests(process.argv[2] === 'check' ? 'check' : 'test')
} catch (error) {
  await giveUp(error)
}
