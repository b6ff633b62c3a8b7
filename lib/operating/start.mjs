// `npm start`, and with the word `dev` `npm run dev`. Installs what is missing, then hands over to serve.ts.
import { fileURLToPath } from 'node:url'
import { makeReady } from './install.mjs'
import { giveUp, stopOnSignals } from './stopping.mjs'

const began = performance.now()
process.env.NEXT_TELEMETRY_DISABLED ??= '1'
process.env.CHECKPOINT_DISABLE ??= '1'
stopOnSignals()

try {
  await makeReady()
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
  const { serve } = await import('./serve.ts')
  await serve(process.argv[2] === 'dev' ? 'dev' : 'start', began)
} catch (error) {
  await giveUp(error)
}
