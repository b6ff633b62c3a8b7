import 'server-only'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { pin, refine } from '@/lib/contract/address-reading'
import { dayInBeijing } from '@/lib/contract/beijing'
import { FEED_PATHS, type FeedPath, type FeedQuery, type Followed, feedAddress } from '@/lib/contract/feed-address'
import type { NameOf } from '@/lib/contract/history/names'
import type { Refusal } from '@/lib/contract/refusal'
import { say } from '@/lib/contract/words/catalogue'
import { entryInWords } from '@/lib/contract/words/feed-entry'
import { followedInWords } from '@/lib/contract/words/followed'
import { revisions, revisionsNumbered, touchedBetween } from '@/lib/db/revisions'
import type { FeedDocument, FeedEntry } from '@/lib/formats/feed'
import type { Reach } from '@/lib/ledger/reach'
import type { Result } from '@/lib/ledger/result'
import type { Revision } from '@/lib/ledger/revision'
import { BEGINNING } from '@/lib/ledger/span'
import { answerFollowed } from './followed'
import { type Marks, marksOf } from './marks'
import { movedCells } from './moved-cells'
import type { Moved } from './plain-flips'
import { walkedTo } from './walk'

/** How many revisions one page of a feed holds; the next page tells older ones. */
const ENTRIES_ON_A_PAGE = 50

/**
 * A page of the feed of revisions, the newest first: all, or those about some materials and regimes, or of some kinds.
 *
 * It depends on the record alone, never on today, so that two requests of one record get the same bytes.
 *
 * @param origin where readers find this server, without a slash at the end.
 */
export function revisionFeed(path: FeedPath, query: FeedQuery, origin: string): Promise<Result<FeedDocument, Refusal>> {
  const followed = inFeed(path, query.followed)
  return answerFollowed(path, query, async ({ head, nameOf }) => {
    const pages = pagesOf(await numbersOf(followed, head), query.before)
    const entries = await entriesOf(pages.numbers, head, origin)
    const first = (await revisionsNumbered([1])).get(1)
    if (first === undefined) throw new TypeError('revision 1 is not in the record')
    const at = (before: number | null) => `${origin}${feedAddress(path, query.followed, before)}`
    return {
      id: idOf(first, followed),
      ...titlesOf(followed, nameOf),
      language: 'en',
      updated: entries.map(({ updated }) => updated).reduce((a, b) => (a > b ? a : b), first.recordedAt),
      home: `${origin}${liveAddress({ view: { name: 'changes' }, ...refine({}) })}`,
      self: at(query.before),
      first: at(null),
      last: at(pages.last),
      older: pages.older === null ? null : at(pages.older),
      newer: pages.newer === null ? null : at(pages.newer === 'first' ? null : pages.newer),
      entries,
    }
  })
}

/** The feed of corrections is that of one kind of revision. */
function inFeed(path: FeedPath, followed: Followed): Followed {
  const corrections = path === FEED_PATHS.correctionsAtom || path === FEED_PATHS.correctionsJson
  return corrections ? { ...followed, kinds: ['correction'] } : followed
}

/** The revisions that somebody follows, the newest first. What each is about is asked only where it matters. */
async function numbersOf({ materials, regimes, kinds }: Followed, head: number): Promise<readonly number[]> {
  const isOfKind = ({ kind }: Pick<Revision, 'kind'>) => kinds.length === 0 || kinds.includes(kind)
  if (materials.length + regimes.length > 0) {
    const { steps } = await walkedTo(head)
    const own = steps.filter((step) => step.number <= head && isOfKind(step) && isAbout(step.reach, materials, regimes))
    return own.map(({ number }) => number).reverse()
  }
  if (kinds.length > 0) return (await revisions(head)).filter(isOfKind).map(({ number }) => number)
  return Array.from({ length: head }, (_, at) => head - at)
}

/** Any of the materials and any of the regimes, where some are named. */
function isAbout(reach: Reach, materials: readonly string[], regimes: readonly string[]): boolean {
  return (
    (materials.length === 0 || materials.some((key) => reach.materials.has(key))) &&
    (regimes.length === 0 || regimes.some((key) => reach.regimes.has(key)))
  )
}

function pagesOf(all: readonly number[], before: number | null) {
  const from = before === null ? 0 : all.filter((number) => number >= before).length
  const numbers = all.slice(from, from + ENTRIES_ON_A_PAGE)
  const newer = Math.max(0, from - ENTRIES_ON_A_PAGE)
  const last = Math.max(0, all.length - 1 - ((all.length - 1) % ENTRIES_ON_A_PAGE))
  const beforeThat = (at: number) => (all[at - 1] === undefined ? null : all[at - 1])
  return {
    numbers,
    /** What stands as `before` in the addresses of the neighbours. */
    older: all.length > from + ENTRIES_ON_A_PAGE ? (numbers.at(-1) ?? null) : null,
    newer: from === 0 ? null : newer === 0 ? ('first' as const) : (beforeThat(newer) ?? ('first' as const)),
    last: last === 0 ? null : (beforeThat(last) ?? null),
  }
}

async function entriesOf(numbers: readonly number[], head: number, origin: string): Promise<readonly FeedEntry[]> {
  const found = await revisionsNumbered(numbers)
  const listed = numbers.flatMap((number) => found.get(number) ?? [])
  const [newest, oldest] = [numbers[0] ?? 1, numbers.at(-1) ?? 1]
  // That a review is overdue is told by pages, which have a day. A feed tells the day by which it is due.
  const [marks, touched] = await Promise.all([marksOf(listed, head, BEGINNING), touchedBetween(oldest, newest)])
  const moved = await movedCells(numbers, touched)
  const later = await revisionsNumbered([...marks.values()].flatMap(laterThan))
  return listed.map((revision) => {
    const own = marks.get(revision.number)
    if (own === undefined) throw new TypeError(`no marks of revision ${revision.number}`)
    const told = [revision, ...laterThan(own).flatMap((number) => later.get(number) ?? [])]
    return entryOf(revision, own, moved.get(revision.number) ?? null, told, origin)
  })
}

/** The revisions that say something more of an earlier one. */
function laterThan({ urgent, revertedIn }: Marks): readonly number[] {
  return [...(urgent?.reviewedIn == null ? [] : [urgent.reviewedIn]), ...revertedIn]
}

/** @param told the revision, and those that said more of it later: the entry was updated with the last of them. */
function entryOf(
  revision: Revision,
  marks: Marks,
  moved: Moved | null,
  told: readonly Revision[],
  origin: string,
): FeedEntry {
  const { number, kind, hash, recordedAt } = revision
  const live = { view: { name: 'change' as const, number, against: null }, ...refine({}) }
  return {
    id: `urn:sluice:revision:${hash}`,
    ...entryInWords(revision, marks, moved),
    published: recordedAt,
    updated: told.map((one) => one.recordedAt).reduce((a, b) => (a > b ? a : b)),
    author: revision.author,
    category: { term: kind, label: say(`history.kind.${kind}`) },
    pinned: `${origin}${addressOf(pin(live, number, dayInBeijing(new Date(recordedAt))))}`,
    live: `${origin}${liveAddress(live)}`,
    revision: number,
    hash,
  }
}

/** Named for the record and for what is followed, never for the server: one feed, wherever it is read. */
function idOf({ hash }: Revision, { materials, regimes, kinds }: Followed): string {
  const parts = [
    materials.length === 0 ? [] : [`material=${materials.join(',')}`],
    regimes.length === 0 ? [] : [`regime=${regimes.join(',')}`],
    kinds.length === 0 ? [] : [`kind=${kinds.join(',')}`],
  ]
  return ['urn:sluice:feed', hash, ...parts.flat()].join(':')
}

function titlesOf(followed: Followed, nameOf: NameOf) {
  const about = followedInWords(followed, nameOf)
  return {
    title: about === null ? say('feeds.title') : say('feeds.titleOf', { about }),
    subtitle: say('feeds.subtitle'),
    rights: say('pages.about.licence.record'),
  }
}
