import 'server-only'
import { isAtLeast, type Role } from '@/lib/contract/people/role'
import { kept } from '@/lib/db/client'
import { hasPassword } from '@/lib/db/people/people'
import { signInSettings } from './settings'

/** What is kept of a person that matters here. */
type Kept = { readonly id: string; readonly role: string; readonly twoFactorEnabled: boolean | null }

/**
 * Whether somebody has to set up a second factor before anything else: where the operator demands it, whoever reviews or
 * administers, and signs in with a password. Who has none comes by their organisation, which answers for them.
 */
export async function lacksRequiredFactor({ id, role, twoFactorEnabled }: Kept): Promise<boolean> {
  if (!signInSettings().demandsSecondFactor) return false
  if (twoFactorEnabled === true || !isAtLeast(role as Role, 'reviewer')) return false
  return hasPassword(kept().editors.prisma, id)
}
