// Brings the tables and the record into the empty database whose address it is called with, as a start of Sluice does. It is a
// process of its own, as whoever runs tests in a browser cannot read all of our modules.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
const url = process.argv[2]
const { migrate } = await import('../../lib/operating/migrate.ts')
const { loadRecord } = await import('../../lib/operating/load-record.ts')
await migrate(url, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)))
const loaded = await loadRecord({ url })
if (!loaded.ok) throw new Error(`the record was refused: ${JSON.stringify(loaded.refusal)}`)
