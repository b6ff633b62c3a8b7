import { perLanguage } from './language'

const plain = perLanguage((locale) => new Intl.NumberFormat(locale))
const percent = perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }))

/** A number with its thousands set apart: `14,400`. */
export function numberInWords(value: number): string {
  return plain().format(value)
}

/** A share of 1 in percent: `0.1%`. */
export function shareInWords(share: number): string {
  return percent().format(share)
}
