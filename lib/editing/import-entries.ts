import type { ImportProblem } from '@/lib/contract/edit/dry-run'
import type { FileName } from '@/lib/contract/record/files'

/** Twenty times the longest file of the record, and more. */
export const MOST_ROWS = 20_000

export type Place = Pick<ImportProblem, 'upload' | 'at'>

/** One record as it was sent: nothing is known of its fields yet. */
export type Given = Place & { readonly file: FileName; readonly row: unknown }

/** What one upload holds: its records, the files that they belong to, and what could not be read. */
export type Entries = {
  readonly given: readonly Given[]
  readonly files: readonly FileName[]
  readonly problems: readonly ImportProblem[]
}

/** An upload that holds nothing that could be read. */
export function wrongWith(upload: string, what: string): Entries {
  return { given: [], files: [], problems: [{ upload, at: null, field: null, what }] }
}
