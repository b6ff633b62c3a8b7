import type { ShownStatus } from '../words/status'

/** A series as it is drawn on paper or screen: every place a number, every word said, nothing left to look up. */
export type Drawn = {
  /** The last place of the axis of days; the first is 0. */
  readonly length: number
  readonly points: readonly {
    readonly from: number
    readonly to: number
    readonly at: number
    readonly value: number
    readonly low: number | null
    readonly high: number | null
    readonly estimated: boolean
    /** `June 2025`, and `1,200 kg, estimated`. */
    readonly period: string
    readonly amount: string
  }[]
  readonly joins: readonly (readonly [number, number])[]
  readonly bands: readonly {
    readonly from: number
    readonly to: number
    readonly status: ShownStatus
    readonly word: string
  }[]
  readonly quarters: readonly { readonly at: number; readonly word: string; readonly year: boolean }[]
  readonly ticks: readonly { readonly value: number; readonly word: string }[]
  readonly events: readonly { readonly at: number; readonly word: string }[]
  readonly asked: number | null
  /** `kilograms`, above the axis of values. */
  readonly unit: string
  /** The drawing in sentences. */
  readonly alternative: string
}
