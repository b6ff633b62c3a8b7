import { defineConfig } from 'prisma/config'

/** Read by the Prisma command line; the server makes its own connection in `lib/db`. */
export default defineConfig({
  schema: '../prisma/schema.prisma',
  migrations: { path: '../prisma/migrations', seed: 'tsx prisma/seed.ts' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
})
