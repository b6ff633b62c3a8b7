// What a start does to a database before it serves, and nothing else: it may be killed at any moment.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
const { migrate } = await import('../../lib/operating/migrate.ts')
const { loadRecord } = await import('../../lib/operating/load-record.ts')
const { holdsRecord } = await import('../../lib/operating/database.ts')

process.channel.ref() // who follows an owner does not wait for what it sends
process.send('ready')
process.once('message', async ({ url, folder }) => {
  await migrate(url, folder)
  if (!(await holdsRecord(url))) {
    const loaded = await loadRecord({ url })
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
  }
  process.exit(0)
})
