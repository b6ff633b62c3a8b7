import type { Revision } from '@/lib/ledger/revision'
import { REVISION_KINDS } from '@/lib/ledger/vocabulary'
import type { Revision as RevisionRow } from '../generated/client'
import { known } from './cell'

export function revisionOf(row: RevisionRow): Revision {
  return {
    ...row,
    kind: known(REVISION_KINDS, row.kind, 'kind of a revision'),
    recordedAt: row.recordedAt.toISOString(),
  }
}
