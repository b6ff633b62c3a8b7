/** Control signs but for tabs and ends of lines, halves of a pair, two that are no signs: one of them breaks a feed, for good. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{7E}\u{80}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const EVERY_UNWRITABLE = new RegExp(UNWRITABLE, 'gu')

/** Whether every sign of a text can stand in all that is made of the record: a feed, a drawing, a workbook, a calendar. */
export function isWritable(text: string): boolean {
  return !UNWRITABLE.test(text)
}

/** A text as it can be written: each sign that cannot stand in it gives way to the mark of a missing one. */
export function writable(text: string): string {
  return text.replace(EVERY_UNWRITABLE, '\u{FFFD}')
}

/** The same of every text in a value that was made of plain objects, lists and texts. */
export function writableIn<Value>(value: Value): Value {
  return written(value) as Value
}

function written(value: unknown): unknown {
  if (typeof value === 'string') return writable(value)
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, written(inner)]))
}
