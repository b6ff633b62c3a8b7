import 'server-only'
import type { FoundGroup } from '@/lib/contract/found'
import { readSought } from '@/lib/contract/sought'
import { materialsCalled } from '@/lib/db/part/called'
import { recordsNamedAt } from '@/lib/db/part/of-edit'
import { findDocuments, type Match } from '@/lib/db/search'
import { sizeAt } from '@/lib/db/size'
import { type Kind, LIST_OF } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { asFound } from './found'
import { wantedIn } from './wanted'

/** How many of one kind are listed at once. */
export const LISTED = 50

/** What readers call the lists of each kind. */
const GROUPS: { readonly [kind in Kind]: FoundGroup['kind'] } = {
  ...LIST_OF,
  provision: 'items',
}

/**
 * Finds symbols, names in English and Chinese, HS codes, item codes, announcement numbers, parties, claims, events, series
 * and sources of a revision, as PostgreSQL ranks them (see `lib/db/search`). Groups without a find are left out; the group
 * of the closest match comes first, and inside a group the closest match.
 *
 * @param record the record at `revision`.
 * @param most how many of each kind at most.
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function findInRecord(
  record: WholeRecord,
  revision: number,
  text: string,
  most = LISTED,
): Promise<readonly FoundGroup[]> {
  return groupsOf(record, await findDocuments(wantedIn(record, text), revision, most))
}

/**
 * The same of a revision, whatever its size: of a large record only what is found is read, and the materials that the text
 * names.
 *
 * @throws {DatabaseAway} when the database cannot be asked.
 */
export async function findAt(revision: number, text: string, most = LISTED): Promise<readonly FoundGroup[]> {
  const matches = await matchesAt(revision, text, most)
  const record = await recordsNamedAt(revision, matches)
  return record === null ? [] : groupsOf(record, matches)
}

/** What a text finds at a revision, the closest first; nothing where that is not published. */
export async function matchesAt(revision: number, text: string, most: number): Promise<readonly Match[]> {
  const isLarge = (await sizeAt(revision)) === 'large'
  const called = isLarge ? await materialsCalled(revision, readSought(text).said) : []
  const record = await recordsNamedAt(
    revision,
    called.map((key) => ({ kind: 'material', key })),
  )
  return record === null ? [] : findDocuments(wantedIn(record, text), revision, most)
}

/** Matches by their kind, under the names that the language of the page has for them. */
export function groupsOf(record: WholeRecord, matches: readonly Match[]): readonly FoundGroup[] {
  const kinds = new Map(matches.map(({ kind, total }) => [kind, total]))
  return [...kinds].map(([kind, total]) => ({
    kind: GROUPS[kind],
    found: matches.filter((match) => match.kind === kind).map(({ key }) => foundUnder(record, kind, key)),
    total,
  }))
}

/** @throws {TypeError} when the record does not hold what was found in it: its documents and its versions have come apart. */
function foundUnder(record: WholeRecord, kind: Kind, key: string) {
  const one = record[LIST_OF[kind]].find((candidate) => candidate.key === key)
  if (one === undefined) throw new TypeError(`there is a document of the ${kind} ${key}, which does not stand`)
  return asFound(record, kind, one)
}
