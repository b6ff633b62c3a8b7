// `npm run migrate`. Installs what is missing, then hands over to prepare.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

stopOnSignals()

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { prepareDatabase } = await import('./prepare.ts')
  await prepareDatabase()
} catch (error) {
  await giveUp(error)
}
