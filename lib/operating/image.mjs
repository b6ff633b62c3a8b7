// `npm run image -- /srv/sluice`. Installs what is missing, then hands over to image/write-image.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

stopOnSignals(130)

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { writeImage } = await import('./image/write-image.ts')
  await writeImage(process.argv.slice(2))
} catch (error) {
  await giveUp(error)
}
