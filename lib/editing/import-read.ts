import { say } from '@/lib/contract/words/catalogue'
import { readUtf8, type Utf8Fault } from '@/lib/formats/utf8'
import { readCsvUpload } from './import-csv'
import { type Entries, MOST_ROWS, wrongWith } from './import-entries'
import { readJsonUpload } from './import-json'

/** A file as it was sent. Its name is the sender's own and is only ever shown. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array }

/** What all uploads hold together, in the order in which they were sent; none is read past the most that is taken. */
export function readUploads(uploads: readonly Upload[]): Entries {
  const read: Entries[] = []
  let rows = 0
  for (const upload of uploads) {
    const entries = readUpload(upload)
    rows += entries.given.length
    read.push(rows > MOST_ROWS ? wrongWith(upload.name, tooMany()) : entries)
    if (rows > MOST_ROWS) break
  }
  return {
    given: read.flatMap(({ given }) => given),
    files: [...new Set(read.flatMap(({ files }) => files))],
    problems: read.flatMap(({ problems }) => problems),
  }
}

function readUpload({ name, bytes }: Upload): Entries {
  const text = readUtf8(bytes)
  if (!text.ok) return wrongWith(name, sayEncoding(text.refusal))
  const entries = isCsv(name, text.value)
    ? readCsvUpload({ name, text: text.value })
    : readJsonUpload({ name, text: text.value })
  if (entries.given.length > MOST_ROWS) return wrongWith(name, tooMany())
  return entries
}

function tooMany(): string {
  return say('transfer.problem.tooManyRows', { most: MOST_ROWS })
}

/** By the ending of its name, or by what no table begins with. */
function isCsv(name: string, text: string): boolean {
  if (/\.csv$/i.test(name)) return true
  return !/\.json$/i.test(name) && !/^\s*[[{]/.test(text)
}

function sayEncoding(fault: Utf8Fault): string {
  return fault.why === 'not-utf-8'
    ? say('transfer.problem.notUtf8', { line: fault.line })
    : say(`transfer.problem.${fault.why}`)
}
