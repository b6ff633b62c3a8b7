import 'server-only'
import type { Found } from '@/lib/contract/found'
import { addressIn } from '@/lib/contract/language-address'
import { LISTED_IN_PALETTE, type PaletteAnswer, type PaletteFound } from '@/lib/contract/palette'
import { say } from '@/lib/contract/words/catalogue'
import { LANGUAGE_TAGS, type Language, saidIn } from '@/lib/contract/words/language'
import { isDatabaseAway } from '@/lib/db/away'
import { recordsNamedAt } from '@/lib/db/part/of-edit'
import { headRevision } from './now'
import { groupsOf, matchesAt } from './search'

/** What the palette shows for a text, from the newest revision; `null` when the record cannot be searched just now. */
export async function paletteAnswer(q: string, language: Language): Promise<PaletteAnswer | null> {
  try {
    const head = await headRevision()
    if (head === null) return null
    const matches = await matchesAt(head.revision, q, LISTED_IN_PALETTE)
    const record = await recordsNamedAt(head.revision, matches)
    if (record === null) return null
    return saidIn(language, () => {
      const groups = groupsOf(record, matches)
      return {
        total: groups.reduce((sum, { total }) => sum + total, 0),
        groups: groups.map(({ kind, found }) => ({
          title: say(`pages.kinds.${kind}`),
          found: found.map((one) => lineOf(one, language)),
        })),
      }
    })
  } catch (error) {
    if (isDatabaseAway(error)) return null
    throw error
  }
}

/** A find under its name in the language of the page, if it has one. */
function lineOf({ href, label, language, zh, note }: Found, spoken: Language): PaletteFound {
  const own = spoken === 'zh' && zh !== null
  const labelIs = language === 'zh' ? LANGUAGE_TAGS.zh : (language ?? LANGUAGE_TAGS.en)
  return {
    href: addressIn(spoken, href),
    label: own ? zh : label,
    lang: own || labelIs === LANGUAGE_TAGS[spoken] ? null : labelIs,
    besides: own ? label : zh,
    note,
  }
}
