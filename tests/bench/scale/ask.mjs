// One kind of work in a process of its own, so that nothing is at hand that another kind of work has read.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) })
await import('./ask.ts')
