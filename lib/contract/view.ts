import type { Kind } from '@/lib/ledger/change'
import type { Product } from '@/lib/ledger/check/product'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Question } from '@/lib/ledger/question'
import type { NamedParties } from './check/reading'
import { productPath } from './product'
import { questionSegments } from './question-segments'

/** What is looked at, apart from the question: one of the pages that every revision and day has. */
export type View =
  /** The matrix, at most so many rows as one page holds; `after` names the material that its first row follows. */
  | { readonly name: 'matrix'; readonly after?: string }
  | { readonly name: 'material'; readonly key: string }
  | { readonly name: 'proof'; readonly material: string; readonly form: string }
  | { readonly name: 'regimes' }
  | { readonly name: 'regime'; readonly key: string }
  | { readonly name: 'instruments' }
  | { readonly name: 'instrument'; readonly key: string }
  | { readonly name: 'sources' }
  | { readonly name: 'source'; readonly key: string }
  | { readonly name: 'claims' }
  | { readonly name: 'claim'; readonly key: string }
  | { readonly name: 'evidence' }
  /** One series of what was observed, by its indicator's key. */
  | { readonly name: 'series'; readonly key: string }
  | { readonly name: 'calendar' }
  /** The day after an instrument's suspensions end; `until` supposes another last day than the record gives, inclusive. */
  | { readonly name: 'rehearsal'; readonly key: string; readonly until: LocalDate | null }
  /** Which rules bite a product; `null` is the empty form. */
  | { readonly name: 'check'; readonly product: Product | null; readonly named?: NamedParties }
  | { readonly name: 'about' }
  | { readonly name: 'changes' }
  /** The revisions before one, as far as one page holds. */
  | { readonly name: 'earlier'; readonly before: number }
  /** One revision: what it changed against another, or (`null`) against the one before it. */
  | { readonly name: 'change'; readonly number: number; readonly against: number | null }
  /** Every version of one record. */
  | { readonly name: 'history'; readonly kind: Kind; readonly key: string }
  /** What reads otherwise than under another question, at another revision or on another day. */
  | { readonly name: 'compare'; readonly against: Against }

/** The first of two questions that are compared; it is asked of the scope of the second. */
export type Against = { readonly revision: number; readonly question: Question }

/** How a view ends its address, without the leading slash: `materials/Dy`. */
export function viewPath(view: View): string {
  switch (view.name) {
    case 'matrix':
      return view.after === undefined ? 'matrix' : `matrix/after/${view.after}`
    case 'material':
      return `materials/${view.key}`
    case 'proof':
      return `proof/${view.material}/${view.form}`
    case 'regime':
    case 'instrument':
    case 'source':
      return `${view.name}s/${view.key}`
    case 'claim':
      return `claims/${view.key}`
    case 'series':
      return `evidence/${view.key}`
    case 'rehearsal':
      return `rehearsal/${view.key}${view.until === null ? '' : `/until/${view.until}`}`
    case 'check':
      return view.product === null ? 'check' : `check/${productPath(view.product, view.named)}`
    case 'earlier':
      return `changes/before/${view.before}`
    case 'change':
      return `changes/${view.number}${view.against === null ? '' : `/against/${view.against}`}`
    case 'history':
      return `history/${view.kind}/${view.key}`
    case 'compare': {
      const { revision, question } = view.against
      return `compare/${revision}/${question.on}${questionSegments(question)}`
    }
    default:
      return view.name
  }
}
