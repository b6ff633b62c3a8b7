import 'server-only'
import type { PageOfScope } from '@/lib/ledger/scope'
import { pageOfScope } from '@/lib/ledger/scope'
import type { Opened } from './opened'

/** The materials of one page of the matrix, and where its neighbours begin. What `after` names is known to be in scope. */
export function rowsOf({ law, coordinates }: Opened): PageOfScope {
  const { view, scope } = coordinates
  return pageOfScope(law, scope, view.name === 'matrix' ? (view.after ?? null) : null)
}
