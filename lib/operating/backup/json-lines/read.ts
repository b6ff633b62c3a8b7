import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import { codeOf, Failure, reasonOf } from '../../failure'
import { type FirstLine, firstLine, lastLine, rowLine, tableLine } from './format'

/** What a backup says, in its order. */
export type Said =
  | { readonly says: 'first'; readonly of: FirstLine }
  | { readonly says: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly says: 'row'; readonly texts: readonly (string | null)[] }

const NEW_LINE = 0x0a
const OPENS_ROW = 0x5b

/**
 * Reads a backup of JSON Lines, one line after the other, and says at the end, by failing, whether it was whole: what is done with
 * its lines is to be undone then.
 *
 * @throws {Failure} where it is cut, altered, no such backup, or cannot be read.
 */
export async function* readJsonLines(file: string): AsyncGenerator<Said> {
  const digest = createHash('sha256')
  const counted = new Map<string, number>()
  let table: { readonly name: string; readonly columns: number } | undefined
  let ended = false
  let lines = 0
  for await (const line of linesOf(file)) {
    if (ended) throw altered(file)
    if (lines === 0) yield { says: 'first', of: firstOf(line, file) }
    else if (line[0] === OPENS_ROW) {
      const texts = parsed(rowLine, line, file)
      if (table === undefined || texts.length !== table.columns) throw altered(file)
      counted.set(table.name, (counted.get(table.name) ?? 0) + 1)
      yield { says: 'row', texts }
    } else {
      const last = lastLine.safeParse(json(line))
      if (last.success) {
        if (digest.copy().digest('hex') !== last.data.sha256 || !isAsCounted(counted, last.data.rows))
          throw altered(file)
        ended = true
      } else {
        const { table: name, columns } = parsed(tableLine, line, file)
        table = { name, columns: columns.length }
        yield { says: 'table', table: name, columns }
      }
    }
    lines += 1
    digest.update(line).update('\n')
  }
  if (!ended) throw altered(file)
}

/** Reads all of it and keeps nothing. */
export async function mustBeWhole(file: string): Promise<void> {
  for await (const _ of readJsonLines(file));
}

function isAsCounted(counted: ReadonlyMap<string, number>, said: Readonly<Record<string, number>>): boolean {
  return Object.entries(said).every(([name, count]) => (counted.get(name) ?? 0) === count)
}

function firstOf(line: Buffer, file: string): FirstLine {
  const value = json(line)
  const read = firstLine.safeParse(value)
  if (read.success) return read.data
  const isOurs = typeof value === 'object' && value !== null && 'format' in value && value.format === 'sluice-backup'
  if (isOurs)
    throw new Failure(`${file} was written by a newer release, in a way that this one does not read: use that one.`)
  throw new Failure(`${file} is no backup of Sluice, or was altered after it was written: nothing is restored from it.`)
}

function parsed<Schema extends z.ZodType>(schema: Schema, line: Buffer, file: string): z.output<Schema> {
  const read = schema.safeParse(json(line))
  if (!read.success) throw altered(file)
  return read.data
}

function json(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return undefined
  }
}

/** What is told of a file that cannot be what we wrote. */
export function altered(file: string, cause?: unknown): Failure {
  return new Failure(`${file} was cut off or altered after it was written: nothing is restored from it.`, { cause })
}

/** Bytes between line feeds, and no other sign ends a line: what people wrote may hold any of them. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let begun: Buffer[] = []
  try {
    for await (const bytes of unpacked(file)) {
      let from = 0
      for (let to = bytes.indexOf(NEW_LINE); to >= 0; to = bytes.indexOf(NEW_LINE, from)) {
        yield Buffer.concat([...begun, bytes.subarray(from, to)])
        begun = []
        from = to + 1
      }
      if (from < bytes.length) begun.push(bytes.subarray(from))
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    if (codeOf(error).startsWith('Z_')) throw altered(file, error)
    throw new Failure(`${file} cannot be read (${codeOf(error) || reasonOf(error)}).`, { cause: error })
  }
  if (begun.length > 0) throw altered(file)
}

/** What goes wrong while the file is read arrives where the bytes do. */
function unpacked(file: string): AsyncIterable<Buffer> {
  return pipeline(createReadStream(file), createGunzip(), () => undefined)
}
