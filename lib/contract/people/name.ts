import { ok, type Result, refused } from '@/lib/ledger/result'
import type { PeopleRefusal } from './refusal'

/** How long a name is at most, in characters. */
const MOST = 100

/** What no name has in it: ends of lines, control characters, and signs that hide or turn round what stands beside them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Reads a name as it is typed: one line, all of it visible. Nothing typed is `null`. */
export function readName(text: string, field: 'name' | 'publicName'): Result<string | null, PeopleRefusal> {
  const name = text.trim()
  if (name === '') return ok(null)
  return [...name].length > MOST || UNSEEN.test(name) ? refused({ why: 'not-a-name', field, most: MOST }) : ok(name)
}

/** The two names of a person: the one that colleagues see must be there. */
export function readNames(typed: {
  readonly name: string
  readonly publicName: string
}): Result<{ readonly name: string; readonly publicName: string | null }, PeopleRefusal> {
  const name = readName(typed.name, 'name')
  if (!name.ok) return name
  if (name.value === null) return refused({ why: 'no-name' })
  const publicName = readName(typed.publicName, 'publicName')
  return publicName.ok ? ok({ name: name.value, publicName: publicName.value }) : publicName
}
