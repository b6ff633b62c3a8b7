// `npm run snapshots`. Installs what is missing, then hands over to check-snapshots.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

stopOnSignals()

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { checkSnapshots } = await import('./check-snapshots.ts')
  await checkSnapshots()
} catch (error) {
  await giveUp(error)
}
