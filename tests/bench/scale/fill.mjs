// `node --conditions=react-server tests/bench/scale/fill.mjs --times=1000`: fills the empty database that DATABASE_URL
// names, or the one in DATA_DIR, with a record that many times as large as the real one.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) })
await import('./fill.ts')
