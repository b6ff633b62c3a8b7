import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { devNull } from 'node:os'
import path from 'node:path'
import { codeOf, Failure } from '../../failure'
import type { Moment } from '../moment'
import { ROWS_LEFT_OUT } from '../tables'
import { environmentFor } from './environment'
import { run } from './programs'

/**
 * Has `pg_dump` write a database as it stands at a moment, into a file that is there and empty, and has it read back. The
 * format has no digest of its own over all of it.
 */
export async function dump({ client, others }: Moment, url: string, file: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
  const env = environmentFor(url)
  const words = ['--format=custom', '--no-password', `--snapshot=${rows[0]?.id}`, `--file=${file}`]
  const without = [
    ...[...ROWS_LEFT_OUT.keys()].map((name) => `--exclude-table-data=${name}`),
    ...others.tables.map((name) => `--exclude-table=${name}`),
    ...others.schemas.map((name) => `--exclude-schema=${name}`),
  ]
  await run('pg_dump', [...words, ...without], env)
  await run('pg_restore', [`--file=${devNull}`, file], env)
}

/** Where the digest of a dump stands: beside it, as `sha256sum --check` reads it. */
export function digestFileOf(file: string): string {
  return `${file}.sha256`
}

/**
 * Writes the digest of a dump beside the place where the dump will stand.
 *
 * @param written where it stands now.
 */
export async function writeDigest(written: string, file: string): Promise<void> {
  await writeFile(digestFileOf(file), `${await digestOf(written)}  ${path.basename(file)}\n`, {
    flag: 'wx',
    mode: 0o600,
  })
}

/** @throws {Failure} where a dump is not what was written, or where nothing tells whether it is. */
export async function mustBeAsWritten(file: string): Promise<void> {
  const beside = digestFileOf(file)
  const said = await readFile(beside, 'utf8').catch(() => '')
  const [, digest] = /^([0-9a-f]{64}) [ *]/.exec(said) ?? []
  if (digest === undefined) {
    throw new Failure(
      `${beside} is missing, which tells whether ${path.basename(file)} is whole: put it there, or make it with sha256sum ` +
        'where you know that.',
    )
  }
  if ((await digestOf(file)) !== digest) {
    throw new Failure(`${file} was cut off or altered after it was written: nothing is restored from it.`)
  }
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256')
  try {
    for await (const bytes of createReadStream(file)) digest.update(bytes)
  } catch (cause) {
    throw new Failure(`${file} cannot be read (${codeOf(cause)}).`, { cause })
  }
  return digest.digest('hex')
}
