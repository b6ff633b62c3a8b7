import 'server-only'
import { liveAddress } from '@/lib/contract/address'
import { pin, refine } from '@/lib/contract/address-reading'
import type { Found, FoundGroup } from '@/lib/contract/found'
import { materialKey, recordKey } from '@/lib/contract/key'
import { DEFAULT_FROM } from '@/lib/contract/question-segments'
import { say } from '@/lib/contract/words/catalogue'
import { isDatabaseAway } from '@/lib/db/away'
import { kindsThatEnded } from '@/lib/db/retirements'
import type { Kind } from '@/lib/ledger/change'
import { lookedThrough } from '@/lib/ledger/law'
import { openAt } from './door'
import { headRevision, todayInBeijing } from './now'
import type { Opened } from './opened'
import { findInRecord, whyNotSearched } from './search'

/**
 * What a reader who searches is told, from the newest revision.
 *
 * @param asked what the address gives as `q`: nothing, one text, or several, which is refused in words.
 */
export async function searchPage(asked: string | readonly string[] | undefined) {
  const q = typeof asked === 'string' ? asked : (asked?.[0] ?? '')
  const nothing = { q, groups: [], verifiedThrough: null }
  const refusal = Array.isArray(asked) ? say('search.twice') : whyNotSearched(q)
  if (refusal !== null) return { ...nothing, q: q.slice(0, LONGEST_SHOWN), refusal }

  const opened = await openNewest()
  if (opened === null) return { ...nothing, refusal: say('search.away') }
  return {
    q,
    groups: [...findInRecord(opened.record, q), ...(await retiredUnder(q, opened))],
    refusal: null,
    verifiedThrough: lookedThrough(opened.law, DEFAULT_FROM),
  }
}

/** A key that stood once and was taken out leads to its history: whoever kept it learns what became of it. */
async function retiredUnder(q: string, { coordinates }: Opened): Promise<readonly FoundGroup[]> {
  const keys = new Set([recordKey(q.trim()), materialKey(q.trim())].filter((key) => key !== null))
  const ended = await Promise.all([...keys].map((key) => endedUnder(key, coordinates.revision)))
  const found = ended.flat().map(({ kind, key }): Found => {
    const href = liveAddress({ view: { name: 'history', kind, key }, ...refine({}) })
    return { href, label: key, language: null, zh: null, note: say(`address.kept.${kind}`) }
  })
  return found.length === 0 ? [] : [{ kind: 'retired', found, total: found.length }]
}

/** A database that goes away between two questions leaves the search with what it has. */
async function endedUnder(key: string, at: number): Promise<readonly { readonly kind: Kind; readonly key: string }[]> {
  try {
    return (await kindsThatEnded(key, at)).map((kind) => ({ kind, key }))
  } catch (error) {
    if (isDatabaseAway(error)) return []
    throw error
  }
}

/** A refused text is said back in the form, but never at any length. */
const LONGEST_SHOWN = 500

async function openNewest(): Promise<Opened | null> {
  const head = await headRevision()
  if (head === null) return null
  const opened = await openAt(pin({ view: { name: 'matrix' }, ...refine({}) }, head.revision, todayInBeijing()))
  return opened.ok ? opened.value : null
}
