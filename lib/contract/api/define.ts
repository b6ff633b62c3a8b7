import * as z from 'zod'
import { say } from '../words/catalogue'
import type { Operation } from './operation'

export const noParameters = z.strictObject({})

/** Statuses of problems that any question can have. */
export const ASKED = [400, 404, 410, 503] as const

type Own<Path extends z.ZodObject, Query extends z.ZodObject> = Omit<
  Operation<Path, Query>,
  'summary' | 'method' | 'body' | 'succeeds'
> &
  Partial<Pick<Operation, 'method' | 'body' | 'succeeds'>>

/** An operation with what most of them have in common; its summary stands in the catalogue under its id. */
export function define<Path extends z.ZodObject, Query extends z.ZodObject>(
  own: Own<Path, Query>,
): Operation<Path, Query> {
  return { method: 'GET', body: null, succeeds: [200], ...own, summary: say(`api.operation.${own.id as 'status'}`) }
}
