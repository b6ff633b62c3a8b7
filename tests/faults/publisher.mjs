// A process that publishes when its owner says so: see publisher.ts. It may be killed at any moment.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
const { listen } = await import('./publisher.ts')
listen()
