import type { Coordinates } from '@/lib/contract/address'
import type { Relief } from '@/lib/ledger/compare/relief'
import { easingsOf, netRelief } from '@/lib/ledger/compare/relief'
import type { LocalDate } from '@/lib/ledger/interval'
import { previousDay } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import type { Instrument, Provision } from '@/lib/ledger/record'
import type { Opened } from './opened'

/** A day on which an instrument may make cells read otherwise than on the day before it. */
export type EffectDay = { readonly what: 'issued' | 'effective' | 'ended'; readonly on: LocalDate }

export type Effects = {
  readonly days: readonly EffectDay[]
  /** What its easing comes to on the asked day, beside the same law without it; `null` when it eases nothing. */
  readonly relief: Relief | null
}

/** What an instrument changed: its days, each to be compared with the one before, and the net relief of what it eases. */
export function effectsOf(opened: Opened, instrument: Instrument, lines: readonly Provision[]): Effects {
  const { law, coordinates } = opened
  return {
    days: lines.length === 0 ? [] : daysOf(law, instrument, lines),
    relief: reliefOf(law, coordinates, instrument),
  }
}

function daysOf({ coversFrom }: Law, { issuedOn }: Instrument, lines: readonly Provision[]): readonly EffectDay[] {
  const starts = new Set(lines.map(({ inForce }) => inForce.from))
  const ends = new Set(lines.flatMap(({ inForce }) => inForce.to ?? []))
  const days: readonly EffectDay[] = [
    ...(starts.has(issuedOn) ? [] : [{ what: 'issued' as const, on: issuedOn }]),
    ...[...starts].map((on) => ({ what: 'effective' as const, on })),
    ...[...ends].map((on) => ({ what: 'ended' as const, on })),
  ]
  return days.filter(({ on }) => previousDay(on) >= coversFrom).sort((a, b) => (a.on < b.on ? -1 : 1))
}

function reliefOf(law: Law, { question, scope }: Coordinates, { key }: Instrument): Relief | null {
  const easings = easingsOf(law, key)
  return easings.length === 0 ? null : netRelief({ law, question }, new Set(easings.map((one) => one.key)), scope)
}
