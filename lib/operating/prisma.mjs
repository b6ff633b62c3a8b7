// The Prisma command line, as `npm run prisma -- migrate status`. It neither downloads an engine nor asks for updates.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const words = process.argv.slice(2)

// `generate` and `validate` only want the engine to be a file that is there; the others speak to it.
const speaksToEngine = !['generate', 'validate', 'format'].includes(words[0] ?? '')
const engine = speaksToEngine ? fileURLToPath(new URL('schema-engine.mjs', import.meta.url)) : process.execPath

const { status } = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('prisma/build/index.js'), ...words],
  {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: engine,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...process.env,
    },
  },
)
process.exit(status ?? 1)
