import type { Proof } from '@/lib/ledger/proof'
import type { Claim } from '@/lib/ledger/testimony'
import type { Frame, Mentions } from './frame'

export type ProofPage = Frame &
  Mentions & {
    readonly proof: Proof
    /** Claims about this cell with no instrument behind them, newest first. */
    readonly claims: readonly Claim[]
    /** Of how many of them the law does not tell either that they are wrong: what they speak of is unclear. */
    readonly undecided: number
  }
