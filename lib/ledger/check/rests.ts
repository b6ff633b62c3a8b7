import type { Law } from '../law'
import { instrumentOf } from '../law'
import { suspensionVerifiedThrough } from '../span'
import { rank } from '../status'
import type { Conclusion, Finding, Verdict } from './answer'
import type { Looked } from './open'

/**
 * The findings that a conclusion rests on. A certain effect rests on the rules that certainly bring it; where none does by
 * itself, on those of which one must. No rule biting rests on those that are paused or have not started. Where nothing can
 * be told, it is the rules that could change that.
 */
export function restingOn({ word, byText }: Conclusion, findings: readonly Finding[]): readonly Finding[] {
  const saying = (...verdicts: readonly Verdict[]) => findings.filter(({ verdict }) => verdicts.includes(verdict))
  const open = saying('cannot-tell')
  switch (word) {
    case 'no-rule':
      return saying('paused', 'will-bite')
    case 'cannot-tell':
      return open.filter(({ gives }) => rank(gives) > rank(byText))
    case 'pause-ended': {
      const sure = saying('unverified').filter(({ gives }) => gives === byText)
      const besides = saying('bites')
      return sure.length > 0 ? [...besides, ...sure] : [...besides, ...open.filter(({ gives }) => gives === byText)]
    }
    default: {
      const sure = saying('bites').filter(({ gives }) => gives === byText)
      return sure.length > 0 ? sure : open.filter(({ gives }) => rank(gives) >= rank(byText))
    }
  }
}

/** The earliest look at findings, the suspensions included that they wait for or came back from (R7); `null` at none. */
export function lookedAt(law: Law, findings: readonly Finding[]): Looked | null {
  const looks = findings.flatMap(({ instrument, suspendedBy, revivedFrom }) => [
    { instrument, through: instrument.verifiedThrough },
    ...[...suspendedBy, ...revivedFrom]
      .flatMap((key) => law.provisions.get(key) ?? [])
      .map((act) => ({ instrument: instrumentOf(law, act), through: suspensionVerifiedThrough(law, act) })),
  ])
  const [first, ...others] = looks
  if (first === undefined) return null
  const through = others.reduce((least, one) => (one.through < least ? one.through : least), first.through)
  const instruments = looks.filter((one) => one.through === through).map(({ instrument }) => instrument)
  return { through, instruments: [...new Set(instruments)] }
}
