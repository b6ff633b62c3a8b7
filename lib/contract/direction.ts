import type { LocalDate } from '@/lib/ledger/interval'
import { ok } from '@/lib/ledger/result'
import type { Coordinates, LiveCoordinates } from './address'
import { addressOf, liveAddress } from './address'
import { isLivePath, pin, readAddress, readLiveAddress, refine } from './address-reading'
import { fitted } from './check/fitted'
import { comparedBy } from './compare'
import { INTEGRITY } from './integrity-address'
import { nearestDay } from './nearest-day'
import { PRIVACY } from './privacy-address'
import { readCheckQuery } from './product-query'
import { readableOf, readPageQuery, textsOf } from './query'
import type { Asked, AskedField } from './question'
import type { Refusal } from './refusal'
import { SECURITY } from './security-address'
import type { Sides } from './sides'
import { readSides } from './sides'
import { addressOfPart, type NamedSnapshot, readSnapshotPath } from './snapshot-address'
import { isDigest } from './snapshot-id'
import { SEARCH, whyNotSearched } from './sought'
import type { View } from './view'

/** What becomes of a request for a page, before anybody asks what "now" is. */
export type Direction =
  /** Not an address of the record: other pages, files. */
  | { readonly go: 'elsewhere' }
  /** The pinned page at exactly this address. */
  | { readonly go: 'pinned'; readonly coordinates: Coordinates }
  /** The pinned page of the newest revision and today; the address stays what it is. */
  | { readonly go: 'now'; readonly live: LiveCoordinates }
  /** Another spelling of an address: for ever the same one. */
  | { readonly go: 'moved'; readonly to: string }
  /** A question that names its day or its revision, but not both: the other one is what it is now. */
  | {
      readonly go: 'pin'
      readonly live: LiveCoordinates
      readonly revision: number | null
      readonly on: LocalDate | null
    }
  /** A snapshot: whether there is one, only the database knows. */
  | ({ readonly go: 'snapshot' } & NamedSnapshot)
  /** Two questions to compare, of which one may leave its day or its revision to what it is now. */
  | { readonly go: 'compare'; readonly sides: Sides }
  | { readonly go: 'refused'; readonly refusal: Refusal }

const FIELDS: readonly AskedField[] = ['rev', 'on', 'known', 'from', 'to', 'use', 'party', 'route', 'scope', 'by']

/**
 * Reads a path and a query as a reader gave them.
 *
 * A field of the query takes the place of the same part of the path, and an empty one takes that part away: so a
 * form works on every page. The outcome depends on its two arguments alone.
 */
export function direct(path: string, query: URLSearchParams): Direction {
  const segments = segmentsOf(path)
  if (segments === null) return refuse({ problems: [{ why: 'unknown-view', value: path }], nearest: null })
  const snapshot = readSnapshotPath(segments)
  if (snapshot !== null) return snapshot.ok ? snapshotAt(path, snapshot.value) : refuse(snapshot.refusal)
  const [head, ...rest] = segments
  if (head?.toLowerCase() === COMPARE && rest.length === 0) return toCompare(path, query)
  const unsearched = path === SEARCH ? whyNotSearched(query) : null
  if (unsearched !== null) return refuse({ problems: [unsearched], nearest: SEARCH })
  if (path === INTEGRITY || path === PRIVACY || path === SECURITY) return { go: 'elsewhere' }
  const pinned = head?.toLowerCase() === 'r'
  if (!pinned && !isLivePath(segments.map((segment) => segment.toLowerCase()))) return { go: 'elsewhere' }

  const base = pinned ? readAddress(rest) : readLiveAddress(segments)
  if (!base.ok) return refuse(base.refusal)
  const compared = comparedBy(base.value.view, query)
  if (!compared.ok) return refuse({ problems: [compared.refusal], nearest: nearestOf(base.value, query) })
  const read = readAsked(compared.value.view, query)
  if (!read.ok) return refuse({ problems: read.refusal, nearest: nearestOf(base.value, query) })

  const merged = merge(base.value, read.value.asked, query)
  const { anchor } = compared.value
  const live: LiveCoordinates = fitted({ view: read.value.view, ...refine(merged) })
  const { rev, on } = merged
  if (rev === undefined && on === undefined) {
    const address = liveAddress(live)
    return address === path && [...query.keys()].length === 0
      ? { go: 'now', live }
      : { go: 'moved', to: `${address}${anchor}` }
  }
  if (rev === undefined || on === undefined) return { go: 'pin', live, revision: rev ?? null, on: on ?? null }
  const coordinates = pin(lastSeen(base.value) ? { ...live, lastSeen: true } : live, rev, on)
  const address = addressOf(coordinates)
  return address === path && !asksAnything(query)
    ? { go: 'pinned', coordinates }
    : { go: 'moved', to: `${address}${anchor}` }
}

/** What a page's own forms ask: of a checked product also what the goods are. */
function readAsked(view: View, query: URLSearchParams) {
  if (view.name === 'check') return readCheckQuery(view, query)
  const asked = readPageQuery(query)
  return asked.ok ? ok({ view, asked: asked.value }) : asked
}

function snapshotAt(path: string, { name, part }: NamedSnapshot): Direction {
  const to = addressOfPart(name, part)
  return to === path || isDigest(name) ? { go: 'snapshot', name, part } : { go: 'moved', to }
}

const COMPARE = 'compare'

/** `/compare` alone is a form; what it asks leads to the comparison. */
function toCompare(path: string, query: URLSearchParams): Direction {
  const sides = readSides(query)
  if (!sides.ok) return refuse({ problems: sides.refusal, nearest: `/${COMPARE}` })
  if (sides.value !== null) return { go: 'compare', sides: sides.value }
  return path === `/${COMPARE}` ? { go: 'elsewhere' } : { go: 'moved', to: `/${COMPARE}` }
}

/** The decoded segments of a path, `null` when it is not one that can be decoded. */
function segmentsOf(path: string): readonly string[] | null {
  try {
    return path
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent)
  } catch {
    return null
  }
}

/** A pinned address keeps what others append to it (a campaign, a tracker): only fields of ours move it. */
function asksAnything(query: URLSearchParams): boolean {
  return FIELDS.some((field) => query.has(field))
}

function merge(base: Coordinates | LiveCoordinates, asked: Asked, query: URLSearchParams): Asked {
  const merged: { [field in AskedField]?: Asked[field] | undefined } = { ...askedOf(base), ...asked }
  for (const field of FIELDS) if (query.has(field) && asked[field] === undefined) merged[field] = undefined
  return merged as Asked
}

/** Coordinates as the question that asks for them. */
function askedOf(base: Coordinates | LiveCoordinates): Asked {
  const { known, from, to, use, party, route } = base.question
  const pinned = 'revision' in base ? { rev: base.revision, on: base.question.on } : {}
  return {
    ...pinned,
    ...(known === null ? {} : { known }),
    from,
    ...(to === null ? {} : { to }),
    use,
    ...(party === null ? {} : { party }),
    route,
    scope: base.scope,
    by: base.by,
  }
}

function lastSeen(base: Coordinates | LiveCoordinates): boolean {
  return base.lastSeen === true
}

/** The nearest good address to one whose query is not: what can be read of it, on the page that was asked for. */
function nearestOf(base: Coordinates | LiveCoordinates, query: URLSearchParams): string {
  const texts = textsOf(query)
  const asked = readableOf(texts)
  const day = asked.on ?? nearestDay(texts['on'] ?? '')
  const merged = merge(base, { ...asked, ...(day === null ? {} : { on: day }) }, new URLSearchParams())
  const live: LiveCoordinates = { view: base.view, ...refine(merged) }
  if (merged.rev !== undefined && merged.on !== undefined) return addressOf(pin(live, merged.rev, merged.on))
  return merged.on === undefined ? liveAddress(live) : `${liveAddress(live)}?on=${merged.on}`
}

function refuse(refusal: Refusal): Direction {
  return { go: 'refused', refusal }
}
