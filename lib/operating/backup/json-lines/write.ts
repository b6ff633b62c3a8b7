import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { to as copyTo } from 'pg-copy-streams'
import type { Moment } from '../moment'
import { HISTORY, ROWS_LEFT_OUT, type Table } from '../tables'
import type { FirstLine } from './format'

const NEW_LINE = 0x0a

/**
 * Writes a database as it stands at a moment into a file that is there and empty. Rows go through as they come: memory holds none
 * of it.
 *
 * @returns how many rows it wrote.
 */
export async function writeJsonLines(moment: Moment, file: string, madeAt: Date): Promise<number> {
  const rows: Record<string, number> = {}
  await pipeline(linesOf(moment, madeAt, rows), createGzip(), createWriteStream(file, { flags: 'r+' }))
  return Object.values(rows).reduce((sum, count) => sum + count, 0)
}

async function* linesOf(moment: Moment, madeAt: Date, rows: Record<string, number>): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  for await (const lines of digestedOf(moment, madeAt, rows)) {
    digest.update(lines)
    yield lines
  }
  yield line({ rows, sha256: digest.digest('hex') })
}

async function* digestedOf(moment: Moment, madeAt: Date, rows: Record<string, number>): AsyncGenerator<Buffer> {
  const { postgres, head, migrations, sequences } = moment
  const first = { format: 'sluice-backup', version: 1, madeAt: madeAt.toISOString(), postgres, head } as const
  yield line({ ...first, migrations: [...migrations], sequences: [...sequences] } satisfies FirstLine)
  for (const table of moment.tables) {
    if (table.name === HISTORY || ROWS_LEFT_OUT.has(table.name)) continue
    yield line({ table: table.name, columns: table.columns })
    let count = 0
    for await (const lines of rowsOf(moment, table)) {
      for (let at = lines.indexOf(NEW_LINE); at >= 0; at = lines.indexOf(NEW_LINE, at + 1)) count += 1
      yield lines
    }
    rows[table.name] = count
  }
}

/**
 * The rows of a table as the database itself writes them, a JSON array on a line each. JSON has no control signs in it, so with two
 * of them as the signs of CSV nothing is ever quoted.
 */
function rowsOf({ client }: Moment, { name, columns }: Table): AsyncIterable<Buffer> {
  const texts = columns.map((column) => `${column}::text`).join(', ')
  const how = `format csv, delimiter E'\\x02', quote E'\\x01', encoding 'UTF8'`
  return client.query(copyTo(`copy (select to_json(array[${texts}]::text[]) from only ${name}) to stdout (${how})`))
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}
