// `npm run fuzz`: requests, forms and files as nobody should send them, against a server of its own.
// `-- --seed=7 --runs=500 --only=api` runs one kind again.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { giveUp, stopOnSignals } from '../../lib/operating/stopping.mjs'

stopOnSignals(130)
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
try {
  const { fuzz } = await import('./fuzz.ts')
  await fuzz(process.argv.slice(2))
} catch (error) {
  await giveUp(error)
}
