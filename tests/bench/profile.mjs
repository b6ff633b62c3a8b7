// `npm run profile`: where the time of hot pages goes; each profile is left in .cache/profiles, for any viewer of flame graphs.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { giveUp, stopOnSignals } from '../../lib/operating/stopping.mjs'

stopOnSignals(130)
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
try {
  const { profile } = await import('./profile.ts')
  await profile(process.argv.slice(2))
} catch (error) {
  await giveUp(error)
}
