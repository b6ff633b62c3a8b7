import type { CheckAnswer } from '@/lib/ledger/check/answer'
import type { LocalDate } from '@/lib/ledger/interval'
import { type RuleStatus, rank } from '@/lib/ledger/status'
import { say } from './catalogue'
import { inputsInWords } from './check-rule'
import { dayInWords } from './day'

/** The answer to a product check in one sentence, with its day. */
export function conclusionInWords({ conclusion }: CheckAnswer, on: LocalDate): string {
  const { word, atLeast, byText, atMost } = conclusion
  const status = (one: typeof atLeast) => say(`check.rule.status.${one}`)
  const shown = word === 'cannot-tell' && !isFirm(atMost) ? 'cannot-tell-which' : word
  return say(`check.rule.conclusion.${shown}`, {
    day: dayInWords(on),
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
    ...(missing.length > 0 ? [say('check.rule.conclusion.missing', { inputs: inputsInWords(missing) })] : []),
    ...(paused > 0 ? [say('check.rule.conclusion.pausedToo', { count: paused })] : []),
  ]
}

function codeInWords({
  candidates,
  candidatesAgree,
  unidentified,
}: Pick<CheckAnswer, 'candidates' | 'candidatesAgree' | 'unidentified'>): readonly string[] {
  if (candidates.length === 0) return unidentified ? [say('check.rule.conclusion.none')] : []
  return [
    say(unidentified ? 'check.rule.conclusion.unidentified' : 'check.rule.conclusion.candidates'),
    candidatesAgree === null
      ? say('check.rule.conclusion.differ')
      : candidatesAgree === 'not-controlled'
        ? say('check.rule.conclusion.agree-none')
        : say('check.rule.conclusion.agree', { status: say(`check.rule.status.${candidatesAgree}`) }),
  ]
}

/** Whether a status keeps goods back. One that does not is never told alone: it would read as open. */
function isFirm(status: RuleStatus): boolean {
  return rank(status) >= rank('licence')
}
