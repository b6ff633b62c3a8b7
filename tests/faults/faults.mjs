// `npm run faults`: kills, cuts, fills and freezes what Sluice stands on, and tells what was lost; `-- --only=<name>` for one
// fault, `--times=N` for another count, `--seed=S` for the same run again.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { giveUp, stopOnSignals } from '../../lib/operating/stopping.mjs'

stopOnSignals(130)
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
try {
  const { faults } = await import('./faults.ts')
  await faults(process.argv.slice(2))
} catch (error) {
  await giveUp(error)
}
