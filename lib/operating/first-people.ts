import { hashed, newPersonId, oneTimePassword } from '@/lib/auth/secrets'
import { openDatabase } from '@/lib/db/connection'
import { logAct } from '@/lib/db/people/audit'
import { addPerson, isAnybodyThere } from '@/lib/db/people/people'

/** Who may edit on the embedded database, so that two persons are there for what takes two. */
const FIRST = [
  { name: 'First editor', email: 'editor@sluice.local', role: 'editor' },
  { name: 'First reviewer', email: 'reviewer@sluice.local', role: 'reviewer' },
] as const

/** Makes one editor and one reviewer with passwords for once, on a database where nobody is; elsewhere nobody. */
export async function makeFirstPeople(
  url: string,
): Promise<readonly { readonly email: string; readonly password: string }[]> {
  const database = openDatabase(url, 1)
  try {
    const made = await Promise.all(
      FIRST.map(async (person) => {
        const password = oneTimePassword()
        return { ...person, id: newPersonId(), password, hash: await hashed(password) }
      }),
    )
    return await database.prisma.$transaction(async (transaction) => {
      if (await isAnybodyThere(transaction)) return []
      for (const { hash, password: _told, ...person } of made) {
        await addPerson(transaction, person, { hash, mustChange: true })
        const detail = { role: person.role, by: 'first start' }
        await logAct(transaction, { person: null, act: 'person.added', subject: person.id, detail })
      }
      return made.map(({ email, password }) => ({ email, password }))
    })
  } finally {
    await database.close()
  }
}
