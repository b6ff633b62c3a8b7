const INSTANT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Shanghai',
})

/** An instant in words: `20 Nov 2026, 14:05`, in Beijing. */
export function instantInWords(at: string): string {
  return INSTANT.format(Date.parse(at))
}
