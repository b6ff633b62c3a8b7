import type { Instrument } from '@/lib/ledger/record'

/** The name by which readers know an instrument: its number, or its title where it has none. */
export function instrumentName({ number, titleEn }: Pick<Instrument, 'number' | 'titleEn'>): string {
  return number ?? titleEn
}

/** The instrument that a key names, or whose key a provision's begins with; the longest that fits. */
export function instrumentBehind(instruments: { readonly [key: string]: Instrument }, key: string): Instrument | null {
  const own = instruments[key]
  if (own !== undefined) return own
  const fitting = Object.values(instruments).filter((instrument) => key.startsWith(`${instrument.key}-`))
  return fitting.sort((a, b) => b.key.length - a.key.length)[0] ?? null
}
