const FIGURE = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i

/** What was typed as a number; `null` for nothing, and the text itself where it is none, so that it can be put right. */
export function readFigure(typed: string): number | string | null {
  if (typed === '') return null
  return FIGURE.test(typed) ? asNumber(typed) : typed
}

/** A share that was typed in percent: `0.1` and `0.1 %` are 0.001. */
export function readShare(typed: string): number | string | null {
  const percent = typed.replace(/\s*%$/, '')
  if (percent === '') return null
  if (!FIGURE.test(percent)) return typed
  const [mantissa = '', exponent = '0'] = percent.toLowerCase().split('e')
  return asNumber(`${mantissa}e${Number(exponent) - 2}`)
}

/** A number as it is typed: the shortest text that reads as the same number. */
export function figureText(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
}

/** A share in percent. The point is moved in the text: to multiply would change the last digit of some. */
export function shareText(value: unknown): string {
  if (typeof value !== 'number') return figureText(value)
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent !== undefined) return `${mantissa}e${Number(exponent) + 2}`
  const [whole = '0', part = ''] = mantissa.split('.')
  const digits = `${whole}${part.padEnd(2, '0').slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1')
  return part.length > 2 ? `${digits}.${part.slice(2)}` : digits
}

/** A number too large to be one stays a text; minus nothing is nothing. */
function asNumber(text: string): number | string {
  const value = Number(text)
  return Number.isFinite(value) ? value + 0 : text
}
