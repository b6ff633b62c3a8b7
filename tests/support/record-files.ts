import { readFileSync } from 'node:fs'
import { FILE_NAMES, type FileName } from '@/lib/contract/record/files'

/** A record of a file as JSON has it, for tests that put something wrong into it. */
export type Row = { [field: string]: unknown }
export type Rows = { [name in FileName]: Row[] }

/** The ten files of the record, parsed and not checked: a fresh copy each time. */
export function theFiles(): Rows {
  const read = (name: FileName) => readFileSync(new URL(`../../prisma/data/${name}.json`, import.meta.url), 'utf8')
  return Object.fromEntries(FILE_NAMES.map((name) => [name, JSON.parse(read(name))])) as Rows
}
