import { hashPassword } from 'better-auth/crypto'
import { openDatabase } from '@/lib/db/connection'

/** Who may sign in to a Sluice of the tests, and as what. */
const PEOPLE = {
  ana: { name: 'Ana Editor', role: 'editor', publicName: null },
  ben: { name: 'Ben Reviewer', role: 'reviewer', publicName: 'Ben of Sluice' },
  cai: { name: 'Cai Reviewer', role: 'reviewer', publicName: null },
  ada: { name: 'Ada Admin', role: 'admin', publicName: null },
  vera: { name: 'Vera Viewer', role: 'viewer', publicName: null },
} as const

export type Who = keyof typeof PEOPLE

/** What everybody signs in with. It opens nothing but databases that last as long as a run of the tests. */
export const PASSWORD = 'correct horse battery staple'

/** Ana edits, Ben and Cai review, Ada administers, Vera only looks. */
export function personOf(who: Who): (typeof PEOPLE)[Who] & { readonly email: string } {
  return { ...PEOPLE[who], email: `${who}@example.org` }
}

/** Puts them into a migrated database, each under the id that is their short name. */
export async function makeAccounts(url: string): Promise<void> {
  const { prisma, close } = openDatabase(url, 1)
  const password = await hashPassword(PASSWORD)
  const everybody = (Object.keys(PEOPLE) as Who[]).map((id) => ({ id, ...personOf(id) }))
  await prisma.person.createMany({ data: everybody })
  await prisma.account.createMany({
    data: everybody.map(({ id }) => ({
      id: `password-of-${id}`,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password,
    })),
  })
  await close()
}
