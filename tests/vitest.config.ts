import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url))

/** Tests of these rooms speak to a real PostgreSQL; every other test runs on values alone. */
const withDatabase = ['db', 'auth', 'reading', 'editing', 'sharing', 'operating/started'].map(
  (room) => `tests/${room}/**/*.test.{ts,tsx}`,
)

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
          exclude: [...withDatabase, 'tests/e2e/**', 'tests/house/crimes/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: withDatabase,
          globalSetup: ['tests/support/postgres.ts'],
          hookTimeout: 120_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
