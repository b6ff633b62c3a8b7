import type { CheckAnswer, Finding } from '@/lib/ledger/check/answer'
import type { AssumedDay, OpenQuestion } from '@/lib/ledger/check/open'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Instrument } from '@/lib/ledger/record'
import { say } from './catalogue'
import { besideConclusion, conclusionInWords } from './check-conclusion'
import { dayInWords } from './day'
import { instrumentName } from './instrument'
import { bracketed, listed, mark, sentences } from './list'

/**
 * The answer to a product check with what makes it less than certain: a suspension that ran out, a day that is read and not
 * stated, and open questions on what it rests on (R12). It never stands without them.
 */
export function headlineInWords(answer: CheckAnswer, on: LocalDate): string {
  const { conclusion, findings, rests } = answer
  const revived = findings.some(({ verdict, otherwise }) => verdict === 'cannot-tell' && otherwise === 'unverified')
  const near = findings.flatMap(({ verdict, assumed }) => (verdict === 'does-not-reach' ? [] : assumed)).filter(isNear)
  const disputes = rests.flatMap((finding) => finding.disputes)
  return sentences(
    conclusionInWords(answer, on),
    revived && conclusion.word !== 'pause-ended' ? say('check.rule.open.revived') : null,
    near.length > 0 ? say('check.rule.open.near', { days: listed(daysRead(near), 'apart') }) : null,
    disputes.length > 0
      ? say('check.rule.open.disputed', { questions: listed(byInstrument(disputes), 'apart') })
      : null,
  )
}

/** What must be read with the answer: what else may be, what was not said, and how far what it rests on was looked at. */
export function besidesInWords(answer: CheckAnswer): readonly string[] {
  return [...besideConclusion(answer), ...lookedInWords(answer)]
}

/** What of that was looked at longest ago; nothing where the answer rests on no rule. */
function lookedInWords({ looked }: CheckAnswer): readonly string[] {
  if (looked === null) return []
  const { through, instruments } = looked
  const names = instruments.map((one) => instrumentName(one))
  return [say('check.rule.open.looked', { day: dayInWords(through), instruments: listed(names, 'and') })]
}

/** Open questions on a rule, each with the instrument that it is kept with. */
export function questionsInWords({ disputes }: Finding): string[] {
  return disputes.map(
    ({ instrument, dispute: { id, text } }) => `${instrumentName(instrument)}${mark('colon')}${id} ${text}`,
  )
}

function isNear({ near }: AssumedDay): boolean {
  return near
}

function daysRead(near: readonly AssumedDay[]): readonly string[] {
  const told = near.map(({ instrument, lastDay }) =>
    say('check.rule.open.nearDay', { instrument: instrumentName(instrument), day: dayInWords(lastDay) }),
  )
  return [...new Set(told)]
}

/** `No. 21 of 2025 (D26, D27)`: the questions themselves are told beside each rule. */
function byInstrument(disputes: readonly OpenQuestion[]): readonly string[] {
  const ids = new Map<Instrument, Set<string>>()
  for (const { instrument, dispute } of disputes) {
    ids.set(instrument, (ids.get(instrument) ?? new Set()).add(dispute.id))
  }
  return [...ids].map(([instrument, own]) => `${instrumentName(instrument)}${bracketed(listed([...own]))}`)
}
