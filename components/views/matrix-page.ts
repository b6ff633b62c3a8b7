import type { LocalDate } from '@/lib/ledger/interval'
import type { Matrix } from '@/lib/ledger/matrix'
import type { Claim, Instrument, Party, Provision } from '@/lib/ledger/record'
import type { Status } from '@/lib/ledger/status'
import type { Frame } from './frame'

/** A day on which some cell of the asked matrix changes, and how many do. */
export type ChangeDay = { readonly on: LocalDate; readonly cells: number }

/** Cells of one turn that go from one status to another on one day, gathered by material. */
export type Turn = {
  readonly on: LocalDate
  readonly before: Status
  readonly after: Status
  /** Material keys in the matrix's order, with how many of its cells turn. */
  readonly materials: readonly { readonly material: string; readonly cells: number }[]
}

/** A suspension whose last day has passed with nobody having verified what followed (R7). */
export type FallenDue = {
  readonly instrument: Instrument
  readonly provision: Provision
  readonly lastDay: LocalDate
  /** What was said about it without any instrument behind it. */
  readonly claims: readonly Claim[]
}

export type MatrixPage = Frame & {
  readonly matrix: Matrix
  /** Every day on which a cell of this matrix changes, oldest first. */
  readonly changeDays: readonly ChangeDay[]
  /** The turns of the last change day on or before the asked day; empty before the first. */
  readonly changedLast: readonly Turn[]
  /** The turns of the first change day after the asked day; empty when none is known. */
  readonly comesNext: readonly Turn[]
  readonly fallenDue: readonly FallenDue[]
  /** Keys `material/form` of cells on which a claim stands with no instrument behind it. */
  readonly claimed: readonly string[]
  readonly parties: readonly Pick<Party, 'key' | 'nameEn' | 'country' | 'list'>[]
  /** The first day the record covers, and the last day it can be asked about (R13). */
  readonly askable: { readonly first: LocalDate; readonly last: LocalDate }
  /** Names of all materials and forms, for sentences that mention them. */
  readonly materialNames: { readonly [key: string]: string }
}
