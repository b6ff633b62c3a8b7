import type { Configuration } from './configuration'
import { holdsPeople } from './database'

/**
 * What the first start says of who may edit: on the embedded database an editor and a reviewer are made, and their
 * passwords for once stand in these lines and nowhere else. `null` where somebody is there already, and always on a
 * database of the operator's, where nobody is made unasked.
 */
export async function greetingOf(
  { databaseUrl }: Pick<Configuration, 'databaseUrl'>,
  url: string,
  address: string,
): Promise<string | null> {
  if (databaseUrl !== null || (await holdsPeople(url))) return null
  // Imported late: it needs the database client to be written.
  const { makeFirstPeople } = await import('./first-people')
  const people = await makeFirstPeople(url)
  const width = Math.max(...people.map(({ email }) => email.length))
  return [
    `  Two people may edit, at ${address}/admin (told once; each chooses another password at the first sign-in):`,
    ...people.map(({ email, password }) => `    ${email.padEnd(width)}  ${password}`),
  ].join('\n')
}
