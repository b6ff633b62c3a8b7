import { nextDay } from '@/lib/ledger/interval'
import type { Proof } from '@/lib/ledger/proof'
import type { Span } from '@/lib/ledger/timeline'
import { say } from './catalogue'
import { dayInWords } from './day'
import { listed, mark, sentences } from './list'
import { noRulesOf } from './no-rules'
import { statusWord } from './status'

/** The reader's sentence for a status, with its dates. */
export function sentenceOf(
  { answer, run, timeline, question }: Pick<Proof, 'answer' | 'run' | 'timeline' | 'question'>,
  future: boolean,
): string {
  const { status, beforeEffect } = answer
  const day = run.lastDay === null ? null : dayInWords(run.lastDay)
  const plain = sentence()
  return future ? say('status.scheduled', { word: plain }) : plain

  function sentence(): string {
    if (status === 'announced') {
      const starts = timeline.find((span) => span.from > (run.lastDay ?? run.since))
      return starts === undefined
        ? say('status.sentence.announcedSoon')
        : say('status.sentence.announced', { word: spanWord(starts), day: dayInWords(starts.from) })
    }
    if (status === 'paused') {
      if (day === null)
        return say(beforeEffect ? 'status.sentence.pausedBeforeEffectOpen' : 'status.sentence.pausedOpen')
      return say(beforeEffect ? 'status.sentence.pausedBeforeEffect' : 'status.sentence.paused', {
        day,
        next: nextWord({ run, timeline }) ?? 'none',
      })
    }
    if (status === 'pause-ended') {
      const resumes = statusWord(answer.resumes ?? 'unknown')
      return answer.floor === 'not-controlled'
        ? say('status.sentence.pause-ended', { resumes })
        : say('status.sentence.pauseEndedFloor', { resumes, floor: statusWord(answer.floor) })
    }
    if (status === 'licence') return say(`status.licenceOn.${question.route}`)
    return say(`status.sentence.${status}`)
  }
}

/** Both ends of the present status, and what follows: last day and first day after are always told apart. */
export function runInWords({ run, timeline }: Proof): string {
  const since = say(run.since === timeline[0]?.from ? 'proof.sinceBeginning' : 'proof.since', {
    day: dayInWords(run.since),
  })
  if (run.lastDay === null || run.next === null) return `${listed([since, say('proof.noEnd')], 'apart')}${mark('stop')}`
  const ends = say('proof.lastDay', { last: dayInWords(run.lastDay), after: dayInWords(nextDay(run.lastDay)) })
  const next = say('proof.next', {
    word: nextWord({ run, timeline }) ?? statusWord(run.next.status),
    day: dayInWords(run.next.on),
  })
  const stop = mark('stop')
  return sentences(`${listed([since, ends], 'apart')}${stop}`, `${next}${stop}`)
}

/** The word of what comes after the present status, told apart as the timeline tells it. */
function nextWord({ run, timeline }: Pick<Proof, 'run' | 'timeline'>): string | null {
  const next = timeline.find((span) => span.from === run.next?.on)
  return next === undefined ? null : spanWord(next)
}

function spanWord({ status, beforeEffect }: Span): string {
  return statusWord(status, beforeEffect)
}

/** How far someone looked: at what decides the cell, or for new rules where nothing decides it. */
export function verificationInWords({ answer, question }: Proof): string {
  if (answer.verifiedThrough === null) {
    return answer.status === 'not-applicable' ? '' : noRulesOf(question, 'sentence')
  }
  const day = dayInWords(answer.verifiedThrough)
  if (answer.lines.every((line) => !line.decisive)) {
    return say(answer.verified ? 'proof.noNewRules' : 'proof.notLooked', { day })
  }
  return say(answer.verified ? 'proof.verifiedThrough' : 'proof.notVerified', { day })
}
