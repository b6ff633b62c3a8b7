import type { Question } from '@/lib/ledger/question'
import type { Scope } from '@/lib/ledger/scope'
import { questionSegments } from './question-segments'
import type { View } from './view'
import { viewPath } from './view'

export type By = 'form' | 'regime'

/**
 * Everything that an address says. Two pages with the same coordinates are the same page for ever: `revision` is
 * the state of our record, `question.on` and `question.known` are Beijing days.
 */
export type Coordinates = {
  readonly revision: number
  readonly question: Question
  readonly scope: Scope
  readonly by: By
  readonly view: View
  /** True when the newest revision could not be asked for, and this is only the newest that was seen. */
  readonly lastSeen?: boolean
}

/** The question of an address that means "now": it names no revision, and its day is filled in by the clock. */
export type LiveCoordinates = Omit<Coordinates, 'revision' | 'question'> & { readonly question: Omit<Question, 'on'> }

/** The one pinned address of these coordinates: `/r/41/2025-10-09/to/US/matrix`. Defaults are never spelled out. */
export function addressOf(coordinates: Coordinates): string {
  const marker = coordinates.lastSeen === true ? '/last-seen' : ''
  const { revision, question, view } = coordinates
  return `/r/${revision}/${question.on}${marker}${segmentsOf(coordinates)}/${viewPath(view)}`
}

/**
 * The one address that shows the same view of the same question, but today and in the newest revision: `/`,
 * `/materials/Dy`, `/to/US/matrix`.
 */
export function liveAddress(coordinates: LiveCoordinates): string {
  const path = `${segmentsOf(coordinates)}/${viewPath(coordinates.view)}`
  return path === '/matrix' ? '/' : path
}

/** The refinements of the question, in the one order, only where they differ from the default. */
function segmentsOf({ question, scope, by }: LiveCoordinates): string {
  return [
    questionSegments(question),
    scope === 'rare-earths' ? '' : `/scope/${scope}`,
    by === 'form' ? '' : `/by/${by}`,
  ].join('')
}
