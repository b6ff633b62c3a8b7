import { ok, type Result, refused } from '@/lib/ledger/result'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { checkConsistency, checkReferences } from './consistency'
import type { FileName, RecordFiles } from './files'
import type { RecordProblem } from './problem'
import { readFile } from './shape'

/**
 * The ten files as one record, or everything that is wrong with them.
 *
 * Files print the last day of effect, inclusive; the record keeps the first day without it. Nothing is dropped and
 * nothing is mended: a file with one wrong record is refused whole, with file, key, field and what to do.
 *
 * @param files as they were parsed from JSON, in the format of the files under `prisma/data`.
 */
export function checkRecord(files: RecordFiles): Result<WholeRecord, readonly RecordProblem[]> {
  const problems: RecordProblem[] = []
  const report = (problem: RecordProblem) => void problems.push(problem)
  const keys = {} as { [name in FileName]: ReadonlySet<string> }
  const read = <Name extends FileName>(name: Name) => {
    const file = readFile(name, files[name], report)
    keys[name] = file.keys
    return file.records
  }
  const record: WholeRecord = {
    materials: read('materials'),
    forms: read('forms'),
    regimes: read('regimes'),
    instruments: read('instruments'),
    provisions: read('provisions'),
    parties: read('parties'),
    sources: read('sources'),
    events: read('events'),
    claims: read('claims'),
    indicators: read('indicators'),
  }
  checkReferences(record, keys, report)
  // What follows compares records with each other: one that could not be read would be missed, and blamed on the others.
  if (problems.length === 0) checkConsistency(record, report)
  return problems.length === 0 ? ok(record) : refused(problems)
}
