// `npm run soak`: whether the memory of a server that is read for ten minutes stays flat; `-- --minutes=2` for another time.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { giveUp, stopOnSignals } from '../../lib/operating/stopping.mjs'

stopOnSignals(130)
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
try {
  const { soak } = await import('./soak.ts')
  await soak(process.argv.slice(2))
} catch (error) {
  await giveUp(error)
}
