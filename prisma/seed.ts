import { loadRecord } from '@/lib/operating/load-record'

/** What `prisma db seed` runs: the same step as starting, for those who drive Prisma by hand. */
const loaded = await loadRecord({ url: process.env['DATABASE_URL'] ?? '' })
if (!loaded.ok) {
  console.error(['The record cannot be loaded:', ...loaded.refusal].join('\n  - '))
  process.exitCode = 1
}
