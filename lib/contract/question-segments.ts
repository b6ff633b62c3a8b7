import type { Question } from '@/lib/ledger/question'

/** What `from` is when an address does not say. */
export const DEFAULT_FROM = 'CN'

/** The refinements of a question as an address spells them, in the one order, only where they differ from the default. */
export function questionSegments({ known, from, to, use, party, route }: Omit<Question, 'on'>): string {
  return [
    known === null ? '' : `/known/${known}`,
    from === DEFAULT_FROM ? '' : `/from/${from}`,
    to === null ? '' : `/to/${to}`,
    use === 'civil' ? '' : `/use/${use}`,
    party === null ? '' : `/party/${party}`,
    route === 'export' ? '' : `/route/${route}`,
  ].join('')
}
