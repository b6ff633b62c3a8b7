import 'server-only'
import type { PageOfScope } from '@/lib/ledger/scope'
import { pageOfScope } from '@/lib/ledger/scope'
import type { Opened } from './opened'

/** The materials of one page of the matrix, and where its neighbours begin. What `after` names is known to be in scope. */
export function rowsOf({ law, coordinates, part }: Opened): PageOfScope {
  const { view, scope } = coordinates
  if (part !== undefined && part.rows !== null) {
    const { keys, ...around } = part.rows
    return { materials: keys.flatMap((key) => law.materials.get(key) ?? []), ...around }
  }
  return pageOfScope(law, scope, view.name === 'matrix' ? (view.after ?? null) : null)
}
