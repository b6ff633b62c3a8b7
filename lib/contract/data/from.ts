import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { Problem } from '../refusal'
import { isRevision } from '../view-reading'

/** The first revision that `?from=` asks for, 1 where it does not say. A misspelt parameter would give another file. */
export function readFrom(query: URLSearchParams): Result<number, Problem> {
  const other = [...query.keys()].find((name) => name !== 'from')
  if (other !== undefined) return refused({ why: 'unknown-field', field: other, known: ['from'] })
  const [text = '1', ...more] = query.getAll('from')
  if (more.length > 0) return refused({ why: 'repeated', field: 'from' })
  return isRevision(text) ? ok(Number(text)) : refused({ why: 'malformed-revision', value: text })
}
