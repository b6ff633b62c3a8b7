import type { AssertedRow } from '@/lib/ledger/asserted-rows'
import type { ClaimReading } from '@/lib/ledger/claim-reading'
import type { Form, Instrument, Material } from '@/lib/ledger/record'
import type { RuleGroup, Unasked } from '@/lib/ledger/rule-history'
import type { Claim } from '@/lib/ledger/testimony'
import type { VerdictRun } from '@/lib/ledger/verdict-runs'
import type { Frame, Mentions } from './frame'
import type { InstrumentLane } from './material-page'

export type ClaimsPage = Frame &
  Mentions & {
    /** Every claim that may have been made by the asked day, the latest first. */
    readonly readings: readonly ClaimReading[]
    /** How many stand in the record that were made later. */
    readonly later: number
    readonly materials: readonly Material[]
    /** The instruments that the claims speak of, with what their lines do. */
    readonly lanes: readonly InstrumentLane[]
  }

export type ClaimPage = Frame &
  Mentions & {
    readonly claim: Claim
    readonly reading: ClaimReading
    readonly rows: readonly AssertedRow[]
    /** The verdicts from the day it was said on, by what is on file on the asked day. */
    readonly runs: readonly VerdictRun[]
    /** The instruments that it speaks of. */
    readonly named: readonly Instrument[]
    /** What became of the rules of these instruments, and of those that the asserted cells rest on. */
    readonly rules: readonly RuleGroup[]
    readonly unasked: readonly Unasked[]
    readonly materials: readonly Material[]
    readonly forms: readonly Form[]
    /** Whether the neighbours are the same speaker's claims, or what was said around the same time. */
    readonly bySame: boolean
    readonly neighbours: readonly ClaimReading[]
  }
