import { EU_MEMBERS, nameOfCountry } from '../countries'
import { say } from './catalogue'
import { listed } from './list'
import { inOrder } from './names'

/** Countries in words, in the order of their names; the EU's members, when all are there, are told as one. */
export function countriesInWords(codes: readonly string[]): string {
  const asUnion = EU_MEMBERS.every((member) => codes.includes(member))
  const rest = asUnion ? codes.filter((code) => !EU_MEMBERS.includes(code)) : codes
  const names = rest.map(nameOfCountry).sort(inOrder)
  return listed([...(asUnion ? [say('proof.reach.union')] : []), ...names])
}
