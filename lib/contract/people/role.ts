import { ok, type Result, refused } from '@/lib/ledger/result'
import type { PeopleRefusal } from './refusal'

/** The four roles, each including what stands before it. */
export const ROLES = ['viewer', 'editor', 'reviewer', 'admin'] as const

export type Role = (typeof ROLES)[number]

/** Whether a role is the one wanted or includes it; nobody's role, `null`, includes none. */
export function isAtLeast(role: Role | null, wanted: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(wanted)
}

/** Reads a role as it is typed or chosen. */
export function readRole(text: string): Result<Role, PeopleRefusal> {
  const role = ROLES.find((word) => word === text)
  return role === undefined ? refused({ why: 'not-a-role' }) : ok(role)
}
