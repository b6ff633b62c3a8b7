/** A file of the bulk data, not yet made: what it is known by, and the lines that make it as they are asked for. */
export type BulkFile = {
  readonly type: 'json' | 'csv' | 'jsonl'
  /** Changes when a byte of it does. */
  readonly tag: string
  /** Its length where that is known before it is made. */
  readonly bytes: number | null
  readonly lines: Iterable<string> | AsyncIterable<string>
}
