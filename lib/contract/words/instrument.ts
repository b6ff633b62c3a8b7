import type { Instrument } from '@/lib/ledger/record'
import { language } from './language'

type Numbered = Pick<Instrument, 'number' | 'titleEn'> & { readonly titleZh?: string | null }

/** Numbers in English, and how the same text is numbered in Chinese. */
const CHINESE_NUMBERS = [
  [/^No\. (\d+) of (\d{4})(?: \([A-Z/]+\))?$/, '$2年第$1号公告'],
  [/^State Council Order (\d+)$/, '国务院令第$1号'],
  [/^Presidential Order (\d+)$/, '主席令第$1号'],
] as const

/**
 * The name by which readers know an instrument: its number, or its title where it has none. On Chinese pages the number as
 * it is printed in Chinese, else the Chinese title; English where the record has neither.
 */
export function instrumentName(instrument: Numbered): string {
  const { number, titleEn, titleZh } = instrument
  if (language() === 'en') return number ?? titleEn
  return (number === null ? null : numberInChinese(number)) ?? titleZh ?? number ?? titleEn
}

/** An instrument's number in the language of the page: `No. 61 of 2025`, `2025年第61号公告`; as it stands where it has no other. */
export function numberOfInstrument(number: string): string {
  return language() === 'en' ? number : (numberInChinese(number) ?? number)
}

function numberInChinese(number: string): string | null {
  const way = CHINESE_NUMBERS.find(([pattern]) => pattern.test(number))
  return way === undefined ? null : number.replace(way[0], way[1])
}

/** The instrument that a key names, or whose key a provision's begins with; the longest that fits. */
export function instrumentBehind(instruments: { readonly [key: string]: Instrument }, key: string): Instrument | null {
  const own = instruments[key]
  if (own !== undefined) return own
  const fitting = Object.values(instruments).filter((instrument) => key.startsWith(`${instrument.key}-`))
  return fitting.sort((a, b) => b.key.length - a.key.length)[0] ?? null
}
