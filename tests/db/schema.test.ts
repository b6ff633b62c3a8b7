import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { inProject } from '@/lib/operating/root'
import { aDatabase } from '../support/database'

/** How the two differ, as the SQL that would make the migrations say what the schema says. */
async function differenceTo(schema: string): Promise<string> {
  const words = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', schema, '--script']
  const { stdout } = await promisify(execFile)(process.execPath, ['lib/operating/prisma.mjs', ...words], {
    cwd: inProject(),
    env: { ...process.env, DATABASE_URL: await aDatabase('nothing') },
  })
  return stdout.replaceAll(/^--.*$/gm, '').trim()
}

test('schema and migrations say the same', async () => {
  expect(await differenceTo('prisma/schema.prisma')).toBe('')
})

test('a schema that says more is told apart', async () => {
  expect(await differenceTo('tests/db/another.prisma')).toContain('CREATE TABLE "another"')
})
