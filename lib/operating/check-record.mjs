// `npm run record:check`. Installs what is missing, then hands over to check-record.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

stopOnSignals()

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { checkRecordInDatabase } = await import('./check-record.ts')
  await checkRecordInDatabase()
} catch (error) {
  await giveUp(error)
}
