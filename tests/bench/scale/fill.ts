import { parseArgs } from 'node:util'
import { readConfiguration } from '@/lib/operating/configuration'
import { openDatabase } from '@/lib/operating/database'
import { migrate } from '@/lib/operating/migrate'
import { inProject } from '@/lib/operating/root'
import { historyOf } from '../../support/large/history'
import { loadHistory } from '../../support/large/load'

const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string', default: '1' } } })
const times = Number(values.times)
if (!Number.isInteger(times) || times < 1) throw new RangeError('say how many times as large: --times=1000')

const configuration = readConfiguration(process.env)
if (!configuration.ok) throw new Error(configuration.refusal.join('; '))

const began = performance.now()
const { url, stop } = await openDatabase(configuration.value)
try {
  await migrate(url, inProject('prisma/migrations'))
  const { revisions, changes, ...spent } = await loadHistory(url, historyOf(times, Number(values.seed)))
  console.log(`${revisions} revisions with ${changes} changes in ${seconds(performance.now() - began)} s`)
  console.table(Object.fromEntries(Object.entries(spent).map(([what, ms]) => [what, { s: seconds(ms) }])))
} finally {
  await stop()
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10
}
