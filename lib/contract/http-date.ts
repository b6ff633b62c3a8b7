/** The one form in which HTTP dates are sent today: `Sat, 08 Nov 2025 03:04:05 GMT`. */
const FORM =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** The instant that a header names; `null` for a text that is no such date, or whose weekday is another. */
export function readHttpDate(text: string): Date | null {
  const trimmed = text.trim()
  if (!FORM.test(trimmed)) return null
  const at = new Date(Date.parse(trimmed))
  return !Number.isNaN(at.getTime()) && at.toUTCString() === trimmed ? at : null
}

/** An instant as a header names it, to the second. */
export function httpDate(at: Date): string {
  return at.toUTCString()
}
