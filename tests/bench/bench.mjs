// `npm run bench`: figures as ratios within one run; `-- --json` prints one JSON object instead of tables.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
await import('./bench.ts')
