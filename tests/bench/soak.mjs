// `npm run soak`: whether the memory of a server that is read for ten minutes stays flat; `-- --minutes=2` for another time.
// `-- --load`: whether a crowd is told nothing stale and nothing broken while somebody publishes. `-- --overload`: whether ten
// times as many as can be answered are turned away, and a server gets over it.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { giveUp, stopOnSignals } from '../../lib/operating/stopping.mjs'

stopOnSignals(130)
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
try {
  const words = process.argv.slice(2)
  if (words.includes('--load')) await (await import('./soak-load.ts')).soakUnderLoad(words)
  else if (words.includes('--overload')) await (await import('./soak-overload.ts')).soakOverload(words)
  else await (await import('./soak.ts')).soak(words)
} catch (error) {
  await giveUp(error)
}
