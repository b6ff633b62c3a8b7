import { FILE_NAMES, FILES, type FileName } from '@/lib/contract/record/files'
import { say } from '@/lib/contract/words/catalogue'
import { type Entries, type Given, MOST_ROWS, wrongWith } from './import-entries'

/** No field of the record goes deeper; what does would only be unpacked to be refused. */
const DEEPEST = 16

/** Reads a JSON file of the record: a list of records, or all files in one under their names. */
export function readJsonUpload({ name, text }: { readonly name: string; readonly text: string }): Entries {
  const content = parsed(text)
  if ('reason' in content) return wrongWith(name, content.reason)
  const { value } = content
  if (Array.isArray(value)) return readList(name, fileNamed(name) ?? fileWithFields(value[0]), value)
  if (typeof value !== 'object' || value === null) return wrongWith(name, say('transfer.problem.notRecords'))
  return readWhole(name, value as { readonly [file: string]: unknown })
}

function readWhole(name: string, whole: { readonly [file: string]: unknown }): Entries {
  const unknown = Object.keys(whole).filter((key) => !FILE_NAMES.some((file) => file === key))
  if (unknown.length > 0) {
    const names = unknown.slice(0, 10).join(', ').slice(0, 300)
    return wrongWith(name, say('transfer.problem.unknownFiles', { names, files: FILE_NAMES.join(', ') }))
  }
  const parts = FILE_NAMES.flatMap((file) => {
    const list = whole[file]
    if (list === undefined) return []
    return [
      Array.isArray(list) ? readList(name, file, list) : wrongWith(name, say('transfer.problem.notAList', { file })),
    ]
  })
  return {
    given: parts.flatMap(({ given }) => given),
    files: parts.flatMap(({ files }) => files),
    problems: parts.flatMap(({ problems }) => problems),
  }
}

function readList(name: string, file: FileName | null, list: readonly unknown[]): Entries {
  if (file === null) return wrongWith(name, say('transfer.problem.whichFile', { files: FILE_NAMES.join(', ') }))
  if (list.length > MOST_ROWS) return wrongWith(name, say('transfer.problem.tooManyRows', { most: MOST_ROWS }))
  const given = list.map((row, index): Given => ({ upload: name, file, at: { by: 'record', number: index + 1 }, row }))
  return { given, files: [file], problems: [] }
}

/** The file that the name speaks of: `provisions.json`, `sluice-provisions-r41.csv`, `provisions (2).json`. */
export function fileNamed(name: string): FileName | null {
  const words = name.toLowerCase().split(/[^a-z]+/)
  const named = FILE_NAMES.filter((file) => words.includes(file))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** The file whose records have exactly the fields of this one. */
function fileWithFields(record: unknown): FileName | null {
  if (typeof record !== 'object' || record === null) return null
  const fields = Object.keys(record).toSorted().join()
  return FILE_NAMES.find((file) => FILES[file].fields.toSorted().join() === fields) ?? null
}

function parsed(text: string): { readonly value: unknown } | { readonly reason: string } {
  if (depthOf(text) > DEEPEST) return { reason: say('transfer.problem.tooDeep') }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { reason: say('transfer.problem.notJson', { reason: (error as Error).message.slice(0, 200) }) }
  }
}

/** How deep lists and objects stand in each other; what stands in texts does not count. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const one = text[at]
    if (quoted && one === '\\') at++
    else if (one === '"') quoted = !quoted
    else if (!quoted && (one === '[' || one === '{')) deepest = Math.max(deepest, ++depth)
    else if (!quoted && (one === ']' || one === '}')) depth--
  }
  return deepest
}
