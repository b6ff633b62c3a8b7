import type { LocalDate } from '@/lib/ledger/interval'
import { compare } from '@/lib/ledger/order'
import type { Instrument, Party } from '@/lib/ledger/record'
import type { WholeRecord } from '@/lib/ledger/testimony'

/**
 * Instruments that stand for all others in what is told of the whole record: the one issued first, with which it begins
 * (R13), and of each country the law that was looked through furthest (R7), as known on a day.
 */
export function witnesses({ instruments }: WholeRecord, known: LocalDate | null): readonly string[] {
  const first = instruments.toSorted((a, b) => compare(a.issuedOn, b.issuedOn) || compare(a.key, b.key)).slice(0, 1)
  const furthest = new Map<string, Instrument>()
  for (const one of instruments) {
    if (!counts(one, known)) continue
    const there = furthest.get(one.jurisdiction)
    if (there === undefined || isFurther(one, there)) furthest.set(one.jurisdiction, one)
  }
  return [...first, ...furthest.values()].map(({ key }) => key)
}

/** The party that was listed last of those listed on a day, by lists that count then; `null` where none is. */
export function latestParty(
  { parties, instruments }: WholeRecord,
  on: LocalDate,
  known: LocalDate | null,
): string | null {
  const lists = new Set(instruments.filter((one) => counts(one, known)).map(({ key }) => key))
  const listed = parties.filter((one) => lists.has(one.instrument) && isListed(one, on))
  return listed.toSorted((a, b) => compare(b.listedOn, a.listedOn) || compare(a.key, b.key))[0]?.key ?? null
}

function isListed({ listedOn, delistedOn }: Party, on: LocalDate): boolean {
  return listedOn <= on && (delistedOn === null || on < delistedOn)
}

function counts({ binding, issuedOn }: Instrument, known: LocalDate | null): boolean {
  return binding === 'law' && (known === null || issuedOn <= known)
}

function isFurther(a: Instrument, b: Instrument): boolean {
  if (a.verifiedThrough !== b.verifiedThrough) return a.verifiedThrough > b.verifiedThrough
  return a.key < b.key
}
