import { openLaw } from '../law'
import type { Question } from '../question'
import type { Ledger } from '../record'
import type { RevisionKind } from '../revision'
import type { World } from './seen'

/** Why a cell reads otherwise; `rules` is our own reckoning, where something was kept that is reckoned otherwise now. */
export type Cause = 'law' | 'correction' | 'learnt' | 'wording' | 'rules' | 'lens'

export const CAUSES: readonly Cause[] = ['law', 'correction', 'learnt', 'wording', 'rules', 'lens']

/** A revision that lies between two worlds, with the ledger as the step leaves it. */
export type Recorded = {
  readonly number: number
  readonly kind: RevisionKind
  /** Whether the way leads back: the ledger is the one before this revision. */
  readonly undone: boolean
  readonly ledger: Ledger
}

type LensField = (typeof LENS)[number]
const LENS = ['from', 'to', 'use', 'party', 'route'] as const satisfies readonly (keyof Question)[]

/** One step on the way from a world to another. */
export type Step =
  | { readonly of: 'revision'; readonly number: number; readonly kind: RevisionKind; readonly undone: boolean }
  | { readonly of: 'known' | 'on' | 'rules' | LensField }

const CAUSE_OF_KIND: { readonly [kind in RevisionKind]: Cause } = {
  law: 'law',
  correction: 'correction',
  addition: 'learnt',
  verification: 'learnt',
  wording: 'wording',
}

/** What a step stands for: another day is the law's own dates, another known day the instruments issued in between. */
export function causeOf(step: Step): Cause {
  if (step.of === 'revision') return CAUSE_OF_KIND[step.kind]
  if (step.of === 'rules') return 'rules'
  return step.of === 'known' || step.of === 'on' ? 'law' : 'lens'
}

/** A step, and the world after it. */
export type Passage = { readonly step: Step; readonly world: World }

/**
 * The way from one world to another, one thing at a time: revision by revision, then the known day, then the day, then
 * each part of the question. What is the same at both ends is no step. The last world is `b` itself.
 *
 * @param between the revisions between the two records in the order of the way; the last leaves the ledger of `b`.
 */
export function* wayFrom(a: World, b: World, between: readonly Recorded[]): Generator<Passage> {
  let world = a
  for (const { ledger, ...revision } of between) {
    world = { law: openLaw(ledger, world.question.known), question: world.question }
    yield { step: { of: 'revision', ...revision }, world }
  }
  if (world.question.known !== b.question.known) {
    world = { law: b.law, question: { ...world.question, known: b.question.known } }
    yield { step: { of: 'known' }, world }
  }
  for (const of of ['on', ...LENS] as const) {
    if (world.question[of] === b.question[of]) continue
    world = { law: b.law, question: { ...world.question, [of]: b.question[of] } }
    yield { step: { of }, world }
  }
}
