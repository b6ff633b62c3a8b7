import { say } from '../words/catalogue'
import type { FileName } from './files'

/** One thing that is wrong with a file of the record, and what to do about it, in words. */
export type RecordProblem = {
  readonly file: FileName
  /** The key of the record, `null` when the file as a whole is meant. */
  readonly key: string | null
  /** The field as a path, like `asserts[0].materials`; `null` when the record as a whole is meant. */
  readonly field: string | null
  readonly what: string
}

/** Takes down a problem; the checks go on, so that one run tells all of them. */
export type Report = (problem: RecordProblem) => void

/** The problem as one line: `provisions.json [cn-2025-18-…]: field "materials" names "Xx", which is not in …`. */
export function problemInWords({ file, key, field, what }: RecordProblem): string {
  const name = `${file}.json`
  if (key === null) return say('record.at.file', { file: name, what })
  if (field === null) return say('record.at.record', { file: name, key, what })
  return say('record.at.field', { file: name, key, field, what })
}
