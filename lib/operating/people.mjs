// `npm run people`. Installs what is missing, then hands over to manage-people.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

stopOnSignals()

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { managePeople } = await import('./manage-people.ts')
  await managePeople(process.argv.slice(2))
} catch (error) {
  await giveUp(error)
}
