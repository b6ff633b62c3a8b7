import { parseArgs } from 'node:util'
import { ROLES, type Role, readRole } from '@/lib/contract/people/role'
import { Failure } from './failure'

const usage = [
  'Say what to do with people:',
  '  npm run people -- add <e-mail> --role <role> --name "<name>"   adds somebody; tells a password for once',
  '  npm run people -- invite <e-mail> --role <role>                tells a link with which somebody joins',
  '  npm run people -- list                                        who there is',
  '  npm run people -- role <e-mail> <role>                         gives another role',
  '  npm run people -- password <e-mail>                            tells a new password for once, and signs out everywhere',
  '  npm run people -- disable <e-mail>                             lets somebody in no more',
  '  npm run people -- enable <e-mail>                              lets somebody in again',
  `Roles: ${ROLES.join(', ')}.`,
].join('\n')

/** What the operator wants done with people. */
export type Task =
  | { readonly does: 'list' }
  | { readonly does: 'add'; readonly email: string; readonly role: Role; readonly name: string }
  | { readonly does: 'invite' | 'role'; readonly email: string; readonly role: Role }
  | { readonly does: 'password' | 'disable' | 'enable'; readonly email: string }

/**
 * Reads the words of the command.
 *
 * @throws {Failure} with how it is used.
 */
export function readTask(words: readonly string[]): Task {
  const { positionals, values } = parsed(words)
  const [does, email, ...rest] = positionals
  if (does === 'list' && email === undefined) return { does }
  if (email === undefined || rest.length > (does === 'role' ? 1 : 0)) throw new Failure(usage)
  switch (does) {
    case 'add':
      if (values.name === undefined) throw new Failure(usage)
      return { does, email, role: roleOf(values.role), name: values.name }
    case 'invite':
      return { does, email, role: roleOf(values.role) }
    case 'role':
      return { does, email, role: roleOf(rest[0]) }
    case 'password':
    case 'disable':
    case 'enable':
      return { does, email }
    default:
      throw new Failure(usage)
  }
}

function parsed(words: readonly string[]) {
  try {
    const options = { role: { type: 'string' }, name: { type: 'string' } } as const
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (cause) {
    throw new Failure(usage, { cause })
  }
}

function roleOf(text: string | undefined): Role {
  const role = readRole(text ?? '')
  if (!role.ok) throw new Failure(`Say a role: ${ROLES.join(', ')}.`)
  return role.value
}
