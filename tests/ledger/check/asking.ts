import { checkProduct } from '@/lib/ledger/check/check'
import type { Goods, Product } from '@/lib/ledger/check/product'
import type { LocalDate } from '@/lib/ledger/interval'
import { localDate } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import type { Question } from '@/lib/ledger/question'

/** What a reader says of goods and their way; what is left out is not known. */
export type Said = {
  readonly goods: Goods
  readonly on: string
  readonly known?: string | null
  readonly from?: string
  readonly origin?: string | null
  readonly to?: string | null
  readonly use?: 'civil' | 'military' | null
  /** A party's key; `none` is known to be none. */
  readonly party?: string | null
  readonly owner?: Product['owner']
  readonly share?: number | null
  readonly technology?: boolean | null
}

/** Nobody listed takes part, and nothing is left open but the goods and their way. */
export const SETTLED = { use: 'civil', party: 'none', owner: 'none' } as const

export function questionOf({ on, known, from, to, use, party }: Said): Question {
  return {
    on: localDate(on),
    known: (known ?? null) as LocalDate | null,
    from: from ?? 'CN',
    to: to ?? null,
    use: use ?? 'civil',
    party: party === undefined || party === 'none' ? null : party,
    route: 'export',
  }
}

export function productOf({ goods, origin, share, technology, use, party, owner }: Said): Product {
  return {
    goods,
    origin: origin ?? null,
    share: share ?? null,
    technology: technology ?? null,
    useKnown: use === 'civil',
    partyKnown: party === 'none',
    owner: owner ?? null,
  }
}

export function check(law: Law, said: Said) {
  return checkProduct(law, questionOf(said), productOf(said))
}

/** The finding about one provision; `absent` where it is not told. */
export function verdictOf(law: Law, said: Said, provision: string) {
  return check(law, said).findings.find((finding) => finding.provision.key === provision)?.verdict ?? 'absent'
}

export function line(provision: string): Goods {
  return { by: 'line', provision }
}

export function cell(material: string, form: string, unnamed = false): Goods {
  return { by: 'cell', material, form, unnamed }
}

/** A magnet of a base with parts in percent. */
export function magnet(base: string | null, parts: { readonly [material: string]: number } = {}): Goods {
  return {
    by: 'composition',
    form: 'magnet',
    base,
    parts: Object.entries(parts).map(([material, percent]) => ({ material, percent })),
  }
}
