// `npm run backup`. Installs what is missing, then hands over to backup/commands.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

stopOnSignals(1)

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { backUpDatabase } = await import('./backup/commands.ts')
  await backUpDatabase(process.argv.slice(2))
} catch (error) {
  await giveUp(error)
}
