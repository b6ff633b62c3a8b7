import type { Question } from '@/lib/ledger/question'
import type { Scope } from '@/lib/ledger/scope'
import type { By } from '../address'
import type { View } from '../view'

type Fit = {
  readonly view: View
  readonly question: Omit<Question, 'on'>
  readonly scope: Scope
  readonly by: By
}

/**
 * Coordinates of a checked product without what means nothing there, so that one question has one address: a route (it
 * follows from the facts), how a matrix is looked at, and what the question settles by itself.
 */
export function fitted<Coordinates extends Fit>(at: Coordinates): Coordinates {
  if (at.view.name !== 'check') return at
  const { product, named } = at.view
  const { use, party } = at.question
  return {
    ...at,
    question: { ...at.question, route: 'export' },
    scope: 'rare-earths',
    by: 'form',
    view: {
      name: 'check',
      product:
        product === null
          ? null
          : {
              ...product,
              useKnown: product.useKnown && use === 'civil',
              partyKnown: product.partyKnown && party === null,
            },
      ...(named === undefined || Object.keys(named).length === 0 ? {} : { named }),
    },
  }
}
