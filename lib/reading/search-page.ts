import 'server-only'
import { DEFAULT_FROM } from '@/lib/contract/address'
import { pin, refine } from '@/lib/contract/address-reading'
import { say } from '@/lib/contract/words/catalogue'
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
    groups: findInRecord(opened.record, q),
    refusal: null,
    verifiedThrough: lookedThrough(opened.law, DEFAULT_FROM),
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
