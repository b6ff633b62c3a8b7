// `npm run bench`: figures as ratios within one run; `-- --json` prints one JSON object instead of tables, and
// `-- --only=<subject>` measures one subject.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { giveUp, stopOnSignals } from '../../lib/operating/stopping.mjs'

const words = process.argv.slice(2)
const print = process.stdout.write.bind(process.stdout)
const json = words.includes('--json') ? (text) => new Promise((printed) => print(`${text}\n`, printed)) : null
// With --json, standard output is for the one object: whatever else is said goes to standard error.
if (json !== null) process.stdout.write = process.stderr.write.bind(process.stderr)

stopOnSignals(130)
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
try {
  const { bench } = await import('./bench.ts')
  await bench(words, json)
} catch (error) {
  await giveUp(error)
}
