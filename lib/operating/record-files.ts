import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkRecord } from '@/lib/contract/record/check'
import { FILE_NAMES, type FileName, type RecordFiles } from '@/lib/contract/record/files'
import { problemInWords, type RecordProblem } from '@/lib/contract/record/problem'
import { say } from '@/lib/contract/words/catalogue'
import { type Result, refused } from '@/lib/ledger/result'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { codeOf, reasonOf } from './failure'

/** Reads and checks the ten files of a folder; what is wrong is said in words, one line a problem. */
export async function readRecordFiles(folder: string): Promise<Result<WholeRecord, readonly string[]>> {
  const problems: RecordProblem[] = []
  const contents = await Promise.all(FILE_NAMES.map((name) => readJson(folder, name, problems)))
  if (problems.length > 0) return refused(problems.map(problemInWords))

  const files = Object.fromEntries(FILE_NAMES.map((name, index) => [name, contents[index]])) as RecordFiles
  const checked = checkRecord(files)
  return checked.ok ? checked : refused(checked.refusal.map(problemInWords))
}

async function readJson(folder: string, file: FileName, problems: RecordProblem[]): Promise<unknown> {
  const wrong = (what: string) => void problems.push({ file, key: null, field: null, what })
  try {
    return JSON.parse(await readFile(path.join(folder, `${file}.json`), 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return wrong(say('record.file.notJson', { reason: reasonOf(error) }))
    return wrong(say('record.file.missing', { reason: codeOf(error) || reasonOf(error) }))
  }
}
