import type { Divergence, Reading } from '@/lib/ledger/divergence'
import { DIVERGENCE_VERSION, flagsOf, THRESHOLDS } from '@/lib/ledger/divergence'
import type { Observed } from '@/lib/ledger/series/observed'
import { say } from './catalogue'
import { dayInWords } from './day'
import { numberInWords, shareInWords } from './number'
import { amountInWords } from './series'

const NOT_READ = { 'no-amount': 'noAmount', cumulative: 'cumulative', 'no-control': 'noControl' } as const

/** The thresholds, with their version, as every page with a flag on it states them. */
export function thresholdsInWords(): string {
  return say('evidence.divergence.thresholds', {
    version: DIVERGENCE_VERSION,
    needed: THRESHOLDS.earlierPoints,
    ...shares(),
  })
}

/** What came of holding a series against the law, in sentences: the measure, and how many flags; or why it was not done. */
export function divergenceInWords({ divergence, indicator }: Observed): readonly string[] {
  if (!divergence.read) return [notRead(divergence)]
  const { median, earlier, before, readings } = divergence
  const flags = flagsOf(divergence).length
  const count = readings.length
  return [
    say('evidence.divergence.median', {
      median: amountInWords(median, indicator.unit),
      earlier: numberInWords(earlier),
      day: dayInWords(before),
    }),
    count === 0
      ? say('evidence.divergence.nothing')
      : say(flags === 0 ? 'evidence.divergence.none' : 'evidence.divergence.some', { flags, count }),
  ]
}

function notRead(divergence: Divergence & { readonly read: false }): string {
  if (divergence.why !== 'too-few') return say(`evidence.divergence.${NOT_READ[divergence.why]}`)
  const { earlier, before } = divergence
  return say('evidence.divergence.tooFew', { earlier, day: dayInWords(before), needed: THRESHOLDS.earlierPoints })
}

/** The share of the median that was shipped, to a hundredth of a per cent. */
export function shareOf({ share }: Reading): string {
  return shareInWords(Math.round(share * 10_000) / 10_000)
}

export function outcomeInWords({ outcome }: Reading): string {
  return say(`evidence.divergence.outcome.${outcome}`, shares())
}

function shares() {
  return { closed: shareInWords(THRESHOLDS.closedUnder), open: shareInWords(THRESHOLDS.openOver) }
}
