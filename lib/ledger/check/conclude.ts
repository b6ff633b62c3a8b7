import type { RuleStatus } from '../status'
import { rank } from '../status'
import type { Agreement, Conclusion, ConclusionWord } from './answer'
import type { Truth } from './truth'

/** One rule in one world: what it gives on the day if it reaches the goods, and whether it does. */
export type Weighed = { readonly gives: RuleStatus; readonly reaches: Truth; readonly firmly: Truth }

/** The three bounds of one world or of all: firm and certain, certain by the texts, and the highest possible (R8, R9). */
type Bounds = { readonly atLeast: RuleStatus; readonly byText: RuleStatus; readonly atMost: RuleStatus }

/** What follows whatever world is the true one: the least of what is certain, and the most of what is possible. */
export function concludeCheck(worlds: readonly (readonly Weighed[])[], unidentified: boolean): Conclusion {
  const bounds = worlds.map(boundsOf)
  const whole: Bounds = {
    atLeast: lowest(bounds.map(({ atLeast }) => atLeast)),
    byText: lowest(bounds.map(({ byText }) => byText)),
    atMost: highest(bounds.map(({ atMost }) => atMost)),
  }
  return { word: wordFor(whole, unidentified), ...whole }
}

/**
 * What follows for each candidate, if that is the same in each: the words are compared, and what the texts give, so that a
 * licence and a pause whose end nobody verified never agree.
 *
 * @param candidates of each, its worlds.
 */
export function agreementOf(candidates: readonly (readonly (readonly Weighed[])[])[]): Agreement | null {
  const [first, ...others] = candidates.map((worlds) => concludeCheck(worlds, false))
  const agree = others.every(({ word, byText }) => word === first?.word && byText === first.byText)
  return first !== undefined && agree ? { word: first.word, byText: first.byText } : null
}

function boundsOf(world: readonly Weighed[]): Bounds {
  return {
    atLeast: highest(world.filter(({ firmly }) => firmly === 'yes').map(({ gives }) => gives)),
    byText: highest(world.filter(({ reaches }) => reaches === 'yes').map(({ gives }) => gives)),
    atMost: highest(world.map(({ gives }) => gives)),
  }
}

function wordFor({ atLeast, byText, atMost }: Bounds, unidentified: boolean): ConclusionWord {
  if (byText === 'licence' || byText === 'refused' || byText === 'prohibited') {
    return rank(byText) > rank(atLeast) ? 'pause-ended' : byText
  }
  return rank(atMost) >= rank('licence') || unidentified ? 'cannot-tell' : 'no-rule'
}

function highest(statuses: readonly RuleStatus[]): RuleStatus {
  return statuses.reduce<RuleStatus>((most, status) => (rank(status) > rank(most) ? status : most), 'not-controlled')
}

function lowest(statuses: readonly RuleStatus[]): RuleStatus {
  return (
    statuses.reduce<RuleStatus | null>(
      (least, status) => (least === null || rank(status) < rank(least) ? status : least),
      null,
    ) ?? 'not-controlled'
  )
}
