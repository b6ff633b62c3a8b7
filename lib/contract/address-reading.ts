import type { LocalDate } from '@/lib/ledger/interval'
import type { Question } from '@/lib/ledger/question'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { Coordinates, LiveCoordinates } from './address'
import { addressOf, liveAddress } from './address'
import { questionOf, readAgainst } from './against'
import { fitted } from './check/fitted'
import { nearestDay } from './nearest-day'
import { readableOf, readFields } from './query'
import type { Asked } from './question'
import type { Problem, Refusal } from './refusal'
import type { View } from './view'
import { beginsView, lengthOfView, readView } from './view-reading'

/** The parts of a question that stand in a path as `/name/value`; revision and day stand in front, unnamed. */
const NAMED: ReadonlySet<string> = new Set(['known', 'from', 'to', 'use', 'party', 'route', 'scope', 'by'])
const MARKER = 'last-seen'

/**
 * Reads a pinned address: the segments after `/r/`, decoded. Spellings whose meaning is certain are read as what
 * they mean (`addressOf` gives the one canonical form back); a day that does not exist never becomes another.
 */
export function readAddress(segments: readonly string[]): Result<Coordinates, Refusal> {
  const [rev = '', on = '', ...rest] = segments
  const parts = partsOf(rest)
  const { problems, view } = parts
  const asked = readFields({ rev, on, ...parts.texts })
  const all = [...(asked.ok ? [] : asked.refusal), ...problems]
  const coordinates = { view: view ?? MATRIX, ...(parts.lastSeen ? { lastSeen: true } : {}) }
  const [first, ...others] = all
  if (first !== undefined) return refused({ problems: [first, ...others], nearest: nearestOf(rev, on, parts) })
  if (!asked.ok || asked.value.rev === undefined || asked.value.on === undefined) throw unread(segments)
  return ok(fitted(pin({ ...coordinates, ...refine(asked.value) }, asked.value.rev, asked.value.on)))
}

/** Reads the segments of an address that means "now": `[]` is `/`, the matrix. */
export function readLiveAddress(segments: readonly string[]): Result<LiveCoordinates, Refusal> {
  const parts = partsOf(segments)
  const asked = readFields(parts.texts)
  const [first, ...others] = [...(asked.ok ? [] : asked.refusal), ...parts.problems]
  if (first !== undefined) return refused({ problems: [first, ...others], nearest: nearestLive(parts) })
  if (!asked.ok) throw unread(segments)
  return ok(fitted({ view: parts.view ?? MATRIX, ...refine(asked.value) }))
}

/** Whether a path's first segment is one that `readLiveAddress` knows: other paths are other pages. */
export function isLivePath(segments: readonly string[]): boolean {
  const [head] = segments
  return head === undefined || NAMED.has(head) || beginsView(head)
}

/** A question with its defaults filled in, and how the matrix is looked at. */
export function refine(asked: Asked): Omit<LiveCoordinates, 'view'> {
  return {
    question: questionOf(asked),
    scope: asked.scope ?? 'rare-earths',
    by: asked.by ?? 'form',
  }
}

/** What "now" is once a revision and a day are known. */
export function pin(
  live: LiveCoordinates & { readonly lastSeen?: boolean },
  revision: number,
  on: LocalDate,
): Coordinates {
  const question: Question = { on, ...live.question }
  return { ...live, revision, question }
}

const MATRIX: View = { name: 'matrix' }

type Parts = {
  readonly texts: { readonly [field: string]: string }
  readonly view: View | null
  readonly lastSeen: boolean
  readonly problems: readonly Problem[]
}

/** Takes a path apart into named parts and a view, in whatever order they come. */
function partsOf(segments: readonly string[]): Parts {
  const texts: { [field: string]: string } = {}
  const problems: Problem[] = []
  let view: View | null = null
  let lastSeen = false
  let at = 0
  while (at < segments.length) {
    const rest = segments.slice(at)
    const name = (rest[0] ?? '').toLowerCase()
    const spelled = [name, ...rest.slice(1)]
    if (name === MARKER) {
      lastSeen = true
      at += 1
    } else if (beginsPart(rest)) {
      if (texts[name] !== undefined) problems.push({ why: 'repeated', field: name })
      texts[name] = rest[1] ?? ''
      at += 2
    } else if (name === 'compare' && view === null) {
      // The first question is spelled like the second one: what follows is all its own.
      const against = readAgainst(rest.slice(1))
      if (against.ok) view = { name: 'compare', against: against.value }
      else problems.push(...against.refusal)
      at = segments.length
    } else if (beginsView(name) && view === null) {
      const length = lengthOfView(spelled, (index) => beginsPart(rest.slice(index)))
      const read = readView(spelled.slice(0, length))
      view = read.ok ? read.value : withoutSupposing(spelled)
      if (!read.ok) problems.push(...[read.refusal].flat())
      at += length
    } else {
      problems.push({ why: 'unknown-view', value: rest.join('/') })
      at = segments.length
    }
  }
  return { texts, view, lastSeen, problems }
}

/** The nearest view to one that cannot be read: a rehearsal without the last day that it supposes. */
function withoutSupposing([head = '', key = '']: readonly string[]): View | null {
  const read = head === 'rehearsal' ? readView([head, key]) : null
  return read?.ok === true ? read.value : null
}

/** A name is a part of the question only with a value behind it: at the end of a path it is somebody's key. */
function beginsPart([name = '', value]: readonly string[]): boolean {
  return name.toLowerCase() === MARKER || (NAMED.has(name.toLowerCase()) && value !== undefined)
}

/** The nearest good address: everything that could be read, and the nearest day to one that does not exist. */
function nearestOf(rev: string, on: string, parts: Parts): string {
  const asked = readableOf({ rev, on, ...parts.texts })
  const day = asked.on ?? nearestDay(on)
  const live = { view: parts.view ?? MATRIX, ...refine(asked) }
  if (asked.rev !== undefined && day !== null) return addressOf(pin(live, asked.rev, day))
  return day === null ? liveAddress(live) : `${liveAddress(live)}?on=${day}`
}

function nearestLive(parts: Parts): string {
  return liveAddress({ view: parts.view ?? MATRIX, ...refine(readableOf(parts.texts)) })
}

function unread(segments: readonly string[]): TypeError {
  return new TypeError(`an address without problems could not be read: ${JSON.stringify(segments)}`)
}
