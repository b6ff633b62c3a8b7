import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url))

/** Tests of these rooms speak to a real PostgreSQL; every other test runs on values alone. */
const withDatabase = ['db', 'auth', 'reading', 'editing', 'sharing', 'operating/started'].map(
  (room) => `tests/${room}/**/*.test.{ts,tsx}`,
)

/** Files that put something else in a module's place: whoever shares modules with them would get it too. */
const pretending = readdirSync(at('.'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(at(file), 'utf8').includes('vi.mock('))
  .map((file) => `tests/${file.split(path.sep).join('/')}`)

/** Nobody asks through Next.js here: who does is a browser of the tests, for every file the same one. */
const pretendNext = [
  { find: /^next\/headers$/, replacement: at('support/next-headers.ts') },
  { find: /^next\/navigation$/, replacement: at('support/next-navigation.ts') },
]

const connected = { globalSetup: ['tests/support/postgres.ts'], hookTimeout: 120_000, testTimeout: 60_000 }

export default defineConfig({
  root: at('..'),
  resolve: {
    alias: [
      { find: /^server-only$/, replacement: at('support/empty.ts') },
      { find: /^@\//, replacement: at('../') },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // Values in, values out: nothing that one file leaves behind can reach another, so modules are loaded once.
          isolate: false,
          testTimeout: 60_000,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...withDatabase, ...pretending, 'tests/e2e/**', 'tests/house/crimes/**'],
        },
      },
      {
        extends: true,
        resolve: { alias: pretendNext },
        test: {
          ...connected,
          name: 'database',
          isolate: false,
          setupFiles: ['tests/support/fresh-modules.ts'],
          include: withDatabase,
          exclude: pretending,
        },
      },
      { extends: true, test: { ...connected, name: 'pretending', include: pretending } },
    ],
  },
})
