import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { inProject } from '@/lib/operating/root'
import { aDatabase } from '../support/database'

/** A table that no migration makes: that it is told shows that the comparison sees a difference. */
const ANOTHER = 'model Another {\n  key String @id\n\n  @@map("another")\n}\n'

/** How the two differ, as the SQL that would make the migrations say what the schema says, one statement each. */
async function differenceTo(schema: string): Promise<readonly string[]> {
  const words = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', schema, '--script']
  const { stdout } = await promisify(execFile)(process.execPath, ['lib/operating/prisma.mjs', ...words], {
    cwd: inProject(),
    env: { ...process.env, DATABASE_URL: await aDatabase('nothing') },
  })
  const said = stdout
    .replaceAll(/^--.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return said.split(/(?<=;) /)
}

test('schema and migrations say the same, and a table that the schema alone has is told', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'schema-'))
  const more = path.join(folder, 'schema.prisma')
  await writeFile(more, `${await readFile(inProject('prisma/schema.prisma'), 'utf8')}\n${ANOTHER}`)

  expect(await differenceTo(more)).toEqual([
    'CREATE TABLE "another" ( "key" TEXT NOT NULL, CONSTRAINT "another_pkey" PRIMARY KEY ("key") );',
  ])
  await rm(folder, { recursive: true })
})
