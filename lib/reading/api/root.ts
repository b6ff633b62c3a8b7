import 'server-only'
import { API } from '@/lib/contract/api/operation'
import { OPERATIONS } from '@/lib/contract/api/registry'
import type { Told } from '@/lib/contract/api/told'
import type { Refusal } from '@/lib/contract/refusal'
import { KINDS } from '@/lib/ledger/change'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { RULE_VERSION } from '@/lib/ledger/rule-version'
import { STATUSES } from '@/lib/ledger/status'
import { headRevision } from '../now'

/** What there is, for whoever begins at `/api/v1`. */
export async function readRoot(origin: string): Promise<Result<Told, Refusal>> {
  const head = await headRevision()
  if (head === null) return refused({ problems: [{ why: 'record-away' }], nearest: null })
  const lastSeen = head.known === 'seen'
  return ok({
    value: {
      version: '1',
      rules: RULE_VERSION,
      kinds: KINDS,
      statuses: STATUSES,
      openapi: `${origin}${API}/openapi.json`,
      docs: `${origin}/api/docs`,
      resources: OPERATIONS.map(({ method, path, summary }) => ({ method, path: `${API}${path}`, summary })),
      revision: head.revision,
      ...(lastSeen ? { lastSeen } : {}),
    },
    revision: head.revision,
    lastSeen,
    canonical: null,
  })
}
