import { type Cursor, readCursor, writeCursor } from '@/lib/contract/api/cursor'
import { API } from '@/lib/contract/api/operation'
import { USUALLY_LISTED } from '@/lib/contract/api/queries'
import type { Refusal } from '@/lib/contract/refusal'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'

type Where = { readonly [field: string]: string }

/** Where a page begins: the revision it is read at, if one is known, what the list is narrowed by, and the key before it. */
export type Start = { readonly rev: number | undefined; readonly where: Where; readonly after: string | null }

type Begun = {
  readonly cursor?: string | undefined
  readonly rev?: number | undefined
  readonly where: { readonly [field: string]: string | undefined }
}

/**
 * Reads where a page begins. A cursor carries revision and filters; what a request repeats of them must be the same, or it
 * would page through another list than the one it began.
 */
export function startOf(list: string, { cursor, rev, where }: Begun): Result<Start, Refusal> {
  const asked = Object.fromEntries(
    Object.entries(where).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  if (cursor === undefined) return ok({ rev, where: asked, after: null })
  const read = readCursor(cursor, list)
  if (!read.ok) return refused({ problems: [read.refusal], nearest: null })
  const { revision, after, where: kept } = read.value
  const isOther = rev !== undefined && rev !== revision
  if (isOther || Object.entries(asked).some(([field, value]) => kept[field] !== value)) {
    return refused({ problems: [{ why: 'foreign-cursor', list }], nearest: null })
  }
  return ok({ rev: revision, where: kept, after })
}

type Listed = {
  readonly list: string
  readonly revision: number
  readonly limit: number | undefined
  readonly origin: string
}

/** The entries of one page, and where the next begins: nothing for the last. */
export function pageOf<Item extends { readonly key: string }>(
  all: readonly Item[],
  start: Start,
  { list, revision, limit = USUALLY_LISTED, origin }: Listed,
) {
  const { where, after } = start
  const before = after === null ? -1 : all.findIndex(({ key }) => key === after)
  if (after !== null && before === -1)
    return refused<Refusal>({ problems: [{ why: 'malformed-cursor' }], nearest: null })
  const begin = before + 1
  const items = all.slice(begin, begin + limit)
  const last = items.at(-1)
  const isLast = last === undefined || begin + limit >= all.length
  const query = new URLSearchParams({ ...where, limit: `${limit}`, rev: `${revision}` })
  return ok({
    items,
    next: isLast ? {} : { next: nextOf({ list, revision, where, after: last.key }, limit, origin) },
    /** Pages after the first have the address that their cursor gives them. */
    canonical: after === null ? `${API}/${list}?${query}` : null,
  })
}

/** The cursor of the next page, and its whole address. */
function nextOf(cursor: Cursor, limit: number, origin: string) {
  const text = writeCursor(cursor)
  const query = new URLSearchParams({ cursor: text, limit: String(limit) })
  return { cursor: text, url: `${origin}${API}/${cursor.list}?${query}` }
}
