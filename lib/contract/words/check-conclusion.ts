import type { Agreement, CheckAnswer } from '@/lib/ledger/check/answer'
import type { LocalDate } from '@/lib/ledger/interval'
import { type RuleStatus, rank } from '@/lib/ledger/status'
import { say } from './catalogue'
import { inputsInWords } from './check-rule'
import { dayInWords } from './day'

/** The answer to a product check in one sentence, with its day. */
export function conclusionInWords({ conclusion, supposesWhole }: CheckAnswer, on: LocalDate): string {
  const { word, atLeast, byText, atMost } = conclusion
  const status = (one: typeof atLeast) => say(`check.rule.status.${one}`)
  const shown = word === 'cannot-tell' && !isFirm(atMost) ? 'cannot-tell-which' : word
  return say(`check.rule.conclusion.${shown}`, {
    day: dayInWords(on),
    whole: supposesWhole ? 'yes' : 'no',
    floor: isFirm(atLeast) ? 'firm' : atLeast === 'not-controlled' ? 'none' : 'weak',
    more: rank(atMost) > rank(byText) ? 'yes' : 'no',
    byText: status(byText),
    atLeast: status(atLeast),
    atMost: status(atMost),
  })
}

/** What must be read with the answer: what more there may be, what a code does not decide, what was not said. */
export function besideConclusion(answer: CheckAnswer): readonly string[] {
  const { conclusion, findings, missing, candidates, candidatesAgree, unidentified } = answer
  const { word, byText, atMost } = conclusion
  const paused = findings.filter(({ verdict }) => verdict === 'paused').length
  const more = rank(atMost) > rank(byText) && word !== 'cannot-tell'
  return [
    ...(more ? [say('check.rule.conclusion.more', { atMost: say(`check.rule.status.${atMost}`) })] : []),
    ...codeInWords({ candidates, candidatesAgree, unidentified }),
    ...(answer.supposesWhole && word !== 'no-rule' ? [say('check.rule.assumes.composition')] : []),
    ...(missing.length > 0 ? [say('check.rule.conclusion.missing', { inputs: inputsInWords(missing) })] : []),
    ...(paused > 0 ? [say('check.rule.conclusion.pausedToo', { count: paused })] : []),
  ]
}

function codeInWords({
  candidates,
  candidatesAgree,
  unidentified,
}: Pick<CheckAnswer, 'candidates' | 'candidatesAgree' | 'unidentified'>): readonly string[] {
  const count = candidates.length
  if (count === 0) return unidentified ? [say('check.rule.conclusion.none')] : []
  const which = unidentified ? 'unidentified' : 'candidates'
  const decided = count === 1 && !unidentified
  return [
    say(`check.rule.conclusion.${which}`, { count }),
    ...(decided
      ? []
      : [candidatesAgree === null ? say('check.rule.conclusion.differ') : agreed(candidatesAgree, count)]),
  ]
}

/** What follows for every candidate: the words of each conclusion, and not what its text alone would give. */
function agreed({ word, byText }: Agreement, count: number): string {
  const status = say(`check.rule.status.${byText}`)
  if (word === 'no-rule' && byText === 'not-controlled') return say('check.rule.conclusion.agree-none', { count })
  const said = word === 'pause-ended' || word === 'cannot-tell' ? say(`check.rule.agreed.${word}`, { status }) : status
  return say('check.rule.conclusion.agree', { count, status: said })
}

/** Whether a status keeps goods back. One that does not is never told alone: it would read as open. */
function isFirm(status: RuleStatus): boolean {
  return rank(status) >= rank('licence')
}
