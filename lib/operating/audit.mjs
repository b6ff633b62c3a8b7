// `npm run audit`. Installs what is missing, then hands over to audit-report.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

stopOnSignals()

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { auditReport } = await import('./audit-report.ts')
  const { good, says } = await auditReport()
  console.log(says)
  if (good === false) process.exitCode = 1
} catch (error) {
  await giveUp(error)
}
