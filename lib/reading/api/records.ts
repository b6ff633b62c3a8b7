import 'server-only'
import { API } from '@/lib/contract/api/operation'
import { withPrecisions } from '@/lib/contract/api/precision'
import type { ListQuery } from '@/lib/contract/api/queries'
import { KIND_OF } from '@/lib/contract/api/record-shapes'
import type { Told } from '@/lib/contract/api/told'
import type { FileName } from '@/lib/contract/record/files'
import { printedIn } from '@/lib/contract/record/printed'
import type { Refusal } from '@/lib/contract/refusal'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { standingIn, tellGone } from '../gone'
import { kept } from '../kept'
import { openFor } from './open'
import { pageOf, startOf } from './paging'

type Where = { readonly regime?: string | undefined; readonly instrument?: string | undefined }

/** One page of all records of a kind, by key; narrowed where the list can be. */
export async function readRecords(
  name: FileName,
  query: ListQuery & Where,
  origin: string,
): Promise<Result<Told, Refusal>> {
  const { limit, cursor, rev, ...where } = query
  const start = startOf(name, { cursor, rev, where })
  if (!start.ok) return start
  const opening = await openFor({ rev: start.value.rev })
  if (!opening.ok) return opening

  const { opened, seen } = opening.value
  const { record, coordinates } = opened
  const named = await unknownIn(record, start.value.where, coordinates.revision)
  if (named !== null) return refused(named)
  const all = record[name].filter((one) => fits(one, start.value.where))
  const page = pageOf(all, start.value, { list: name, revision: coordinates.revision, limit, origin })
  if (!page.ok) return page
  const items = page.value.items.map((one) => withPrecisions(name, printedIn(name, one)))
  return told({ items, ...page.value.next }, coordinates.revision, seen, page.value.canonical)
}

/** One record by its key; of one that was taken out it is told since when, why, and what took its place. */
export async function readRecord(
  name: FileName,
  { key, rev }: { readonly key: string; readonly rev?: number | undefined },
): Promise<Result<Told, Refusal>> {
  const opening = await openFor({ rev })
  if (!opening.ok) return opening
  const { opened, seen } = opening.value
  const { record, coordinates } = opened
  const found = record[name].find((one) => one.key === key)
  if (found === undefined) {
    const { problems } = kept(
      KIND_OF[name],
      key,
      record[name].map((one) => one.key),
    )
    const [first, ...others] = await tellGone(problems, standingIn(record), coordinates.revision)
    if (first === undefined) throw new TypeError(`neither in the record nor missing from it: ${key}`)
    return refused({ problems: [first, ...others], nearest: null })
  }
  const item = withPrecisions(name, printedIn(name, found))
  const canonical = `${API}/${name}/${key}?rev=${coordinates.revision}`
  return told({ item }, coordinates.revision, seen, canonical)
}

export function told(
  value: object,
  revision: number,
  seen: { readonly lastSeen?: true },
  canonical: string | null,
): Result<Told, never> {
  return ok({ value: { ...value, revision, ...seen }, revision, lastSeen: seen.lastSeen === true, canonical })
}

function fits(record: object, where: Where): boolean {
  return Object.entries(where).every(
    ([field, value]) => (record as { readonly [field: string]: unknown })[field] === value,
  )
}

/** A filter by a key that the record does not hold is a slip, and no empty list. */
async function unknownIn(record: WholeRecord, where: Where, revision: number): Promise<Refusal | null> {
  const { regime, instrument } = where
  const problems = [
    ...(regime === undefined
      ? []
      : kept(
          'regime',
          regime,
          record.regimes.map((one) => one.key),
        ).problems),
    ...(instrument === undefined
      ? []
      : kept(
          'instrument',
          instrument,
          record.instruments.map((one) => one.key),
        ).problems),
  ]
  const [first, ...others] = await tellGone(problems, standingIn(record), revision)
  return first === undefined ? null : { problems: [first, ...others], nearest: null }
}
