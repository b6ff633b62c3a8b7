import { ok, type Result, refused } from '@/lib/ledger/result'
import type { PeopleRefusal } from './refusal'

/** The four roles, each including what stands before it. */
export const ROLES = ['viewer', 'editor', 'reviewer', 'admin'] as const

/** Reads a role as it is typed or chosen. */
export function readRole(text: string): Result<(typeof ROLES)[number], PeopleRefusal> {
  const role = ROLES.find((word) => word === text)
  return role === undefined ? refused({ why: 'not-a-role' }) : ok(role)
}
