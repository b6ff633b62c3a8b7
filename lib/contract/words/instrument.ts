import type { Instrument } from '@/lib/ledger/record'

/** The name by which readers know an instrument: its number, or its title where it has none. */
export function instrumentName({ number, titleEn }: Pick<Instrument, 'number' | 'titleEn'>): string {
  return number ?? titleEn
}
