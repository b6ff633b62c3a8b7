import type { ClaimReading } from '@/lib/ledger/claim-reading'
import type { Question } from '@/lib/ledger/question'
import { say } from './catalogue'
import { VERDICT_WORDS } from './claims'
import { isDoubtful } from './claims-counts'
import { dayInWords } from './day'
import { listed, sentences } from './list'

/** How many claims had been made, what the law of the day makes of them, and where the editor reads otherwise. */
export function summaryInWords(readings: readonly ClaimReading[], { on, known }: Question): string {
  const counts = VERDICT_WORDS.flatMap((word) => {
    const count = readings.filter(({ onDay }) => onDay?.word === word).length
    return count === 0 ? [] : [say('claims.count', { count, word: say(`claims.verdict.${word}`) })]
  })
  const values = { count: readings.length, day: dayInWords(on), counts: listed(counts) }
  const waiting = readings.filter(({ gap }) => gap !== null && gap.word === 'none' && !gap.past).length
  const doubtful = readings.filter(({ onDay }) => onDay !== null && isDoubtful(onDay)).length
  const open = readings.filter(({ claim, gap }) => gap === null && claim.saidOn.length < 10).length
  const differs = readings.filter(({ editor }) => !editor.agrees).length
  return sentences(
    known === null
      ? say('claims.summary', values)
      : say('claims.summaryKnown', { ...values, known: dayInWords(known) }),
    waiting === 0 ? null : say('claims.summaryWaiting', { count: waiting }),
    doubtful === 0 ? null : say('claims.summaryUnclear', { count: doubtful }),
    readings.length === 0 ? null : say('claims.summaryEditor', { differs }),
    open === 0 ? null : say('claims.summaryOpen', { count: open }),
  )
}
