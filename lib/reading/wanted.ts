import 'server-only'
import { readSought } from '@/lib/contract/sought'
import type { Wanted } from '@/lib/db/search'
import type { Material } from '@/lib/ledger/record'

/** A name that so many materials share is the name of none of them. */
const MOST_MEANT = 3

/**
 * What a text asks for, with the materials of a record that it names: what is about one of them knows it by its key alone, and
 * tells of it in English. So 镝 finds what dysprosium finds.
 */
export function wantedIn({ materials }: { readonly materials: readonly Material[] }, text: string): Wanted {
  const sought = readSought(text)
  const said = sought.said.toLowerCase()
  const meant = materials.filter((material) => names(material, said))
  if (meant.length === 0 || meant.length > MOST_MEANT) return { ...sought, also: [] }
  const codes = [...sought.codes, ...meant.map(({ key }) => `~${key}`)]
  const also = meant.flatMap(({ nameEn, nameZh }) => [nameEn, nameZh]).filter((name) => name !== null)
  return { ...sought, codes, also: also.filter((name) => name.toLowerCase() !== said) }
}

/** A whole name, a symbol or an alias; of a Chinese name two signs of it are enough: 钐钴 is 钐钴永磁材料. */
function names({ symbol, nameEn, nameZh, aliases }: Material, said: string): boolean {
  const wholes = [symbol, nameEn, nameZh, ...aliases].filter((name) => name !== null)
  if (wholes.some((name) => name.toLowerCase() === said)) return true
  return /^\p{Script=Han}{2,}$/u.test(said) && nameZh?.includes(said) === true
}
