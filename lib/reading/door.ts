import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { coordinatesAgainst } from '@/lib/contract/against'
import type { Problem, Refusal } from '@/lib/contract/refusal'
import type { Against, View } from '@/lib/contract/view'
import { standsAt } from '@/lib/db/part/standing'
import { versionsOf } from '@/lib/db/versions'
import { type Kind, LIST_OF } from '@/lib/ledger/change'
import type { LocalDate } from '@/lib/ledger/interval'
import { shiftYears } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { type Standing, standingIn, tellGone, whereItStands } from './gone'
import { type Checked, kept, type Ring, ringOf } from './kept'
import { headRevision, todayInBeijing } from './now'
import type { Opened } from './opened'
import { lawOf } from './opened'
import { type Read, readFor } from './opening'
import { ringAt } from './ring'
import { settled } from './settled'
import { type Sufficing, sufficingFor } from './sufficing'
import { refusedUnread, type Unread, whyUnread } from './unread'
import { viewIn } from './view-in'

/** How many years ahead the record can be asked about (R13). */
const YEARS_AHEAD = 5

/** How much of a large record is read: what suffices for the page at the coordinates, or all of it. */
export type Reads = 'part' | 'whole'

/**
 * Opens the record at coordinates, or says why they have no answer: a revision that is not published (yet), a day
 * outside the record (R13), a party, material, form … that it does not hold, or a database that does not answer.
 *
 * @param today in Beijing, as it is or as it was when an answer was given.
 * @param reads `whole` for whoever looks at more of the record than the page at these coordinates shows.
 */
export async function openAt(
  coordinates: Coordinates,
  today: LocalDate = todayInBeijing(),
  reads: Reads = 'whole',
): Promise<Result<Opened, Refusal>> {
  const { view } = coordinates
  const sufficing = reads === 'whole' ? reads : sufficingFor(coordinates)
  const opened = await openOne(coordinates, today, sufficing)
  if (view.name !== 'compare') return opened
  const before = await openOne(coordinatesAgainst(coordinates, view.against), today, sufficing)
  return before.ok ? opened : refused(ofFirst(before.refusal, opened))
}

/** The first of two compared questions, opened as the door opened it before it let in the second: what suffices for both. */
export async function openAgainst({ coordinates, today }: Opened, against: Against): Promise<Result<Opened, Refusal>> {
  return openOne(coordinatesAgainst(coordinates, against), today, sufficingFor(coordinates))
}

/** What is wrong with the first of two compared questions goes before what is wrong with the second. */
function ofFirst({ problems: [first, ...others] }: Refusal, second: Result<Opened, Refusal>): Refusal {
  const ofSide = (problem: Problem): Problem =>
    problem.why === 'record-away' || problem.why === 'record-too-large' ? problem : { why: 'side', side: 'a', problem }
  const rest = second.ok ? [] : second.refusal.problems
  return { problems: [ofSide(first), ...others.map(ofSide), ...rest], nearest: '/compare' }
}

async function openOne(
  asked: Coordinates,
  today: LocalDate,
  sufficing: Sufficing | 'whole',
): Promise<Result<Opened, Refusal>> {
  const read = await unlessUnread(() => readFor(asked, sufficing))
  if (isUnread(read)) return refused(refusedUnread(read, addressOf(asked)))
  if (read === null) return unpublished(asked)

  const { record } = read
  const law = lawOf(record, asked.question.known)
  const coordinates = settled(asked, law)
  const last = shiftYears(today, YEARS_AHEAD)
  const good = putRight(coordinates, { law, record, ring: ringOf(record) }, last)
  if (good.problems.length === 0 && coordinates.view.name !== 'history') return ok({ coordinates, ...read, law, today })
  const told = await unlessUnread(() => tell(coordinates, good, { ...read, law }, last))
  if (isUnread(told)) return refused(refusedUnread(told, addressOf(coordinates)))
  const [first, ...others] = told.problems
  if (first === undefined) return ok({ coordinates, ...read, law, today })
  return refused({ problems: [first, ...others], nearest: addressOf(told.coordinates) })
}

/** What only the database can tell of what had to be put right: which keys stood once, and which revisions came later. */
async function tell(
  asked: Coordinates,
  near: PutRight,
  read: Read & { readonly law: Law },
  last: LocalDate,
): Promise<PutRight> {
  const { view, revision } = asked
  const { record, part } = read
  if (view.name === 'history' && !(await everStood(view.kind, view.key, revision))) {
    const keys = record[LIST_OF[view.kind]].map(({ key }) => key)
    const { value, problems } = kept(view.kind, view.key, keys)
    const nearest = value === null ? MATRIX : { ...view, key: value }
    return { coordinates: { ...near.coordinates, view: nearest }, problems: [...near.problems, ...problems] }
  }
  const good =
    part === undefined
      ? near
      : putRight(asked, { ...read, ring: await ringAt(revision, near.problems, ringOf(record)) }, last)
  const stands: Standing = part === undefined ? standingIn(record) : (kind, key) => standsAt(revision, kind, key)
  const problems = await tellGone(good.problems, stands, revision)
  if (problems.every(({ why }) => why === 'later-revision'))
    return { problems, coordinates: await laterOf(asked, good) }
  const elsewhere = problems.every(({ why }) => why === 'retired') ? whereItStands(asked, problems) : null
  return { problems, coordinates: elsewhere ?? good.coordinates }
}

const MATRIX: View = { name: 'matrix' }

async function everStood(kind: Kind, key: string, at: number): Promise<boolean> {
  return (await versionsOf(kind, key, at, 1)).length > 0
}

/** A revision that was published after the one asked at is told of at its own address. */
async function laterOf(asked: Coordinates, good: PutRight): Promise<Coordinates> {
  const { view } = asked
  const wanted = view.name === 'change' ? Math.max(view.number, view.against ?? 1) : asked.revision
  const head = await headRevision()
  return head !== null && wanted <= head.revision ? { ...asked, revision: wanted } : good.coordinates
}

async function unlessUnread<Value>(ask: () => Promise<Value>): Promise<Value | Unread> {
  try {
    return await ask()
  } catch (error) {
    const why = whyUnread(error)
    if (why === null) throw error
    return why
  }
}

function isUnread(read: object | null): read is Unread {
  return read !== null && 'why' in read
}

async function unpublished(coordinates: Coordinates): Promise<Result<never, Refusal>> {
  const head = await headRevision()
  if (head === null) return refused({ problems: [{ why: 'record-away' }], nearest: liveAddress(coordinates) })
  return refused({
    problems: [{ why: 'unpublished-revision', value: coordinates.revision, head: head.revision }],
    nearest: addressOf({ ...coordinates, revision: head.revision }),
  })
}

type PutRight = { readonly coordinates: Coordinates; readonly problems: readonly Problem[] }

type Standard = { readonly law: Law; readonly record: WholeRecord; readonly ring: Ring }

/** The nearest coordinates that are good, and what had to be put right to get there. */
function putRight(coordinates: Coordinates, { law, record, ring }: Standard, last: LocalDate): PutRight {
  const { question } = coordinates
  const on = inside('on', question.on, law, last)
  const known = question.known === null ? null : inside('known', question.known, law, last)
  const party = question.party === null ? null : kept('party', question.party, ring('party'))
  const view = viewIn(coordinates, law, record, last, ring)
  return {
    coordinates: {
      ...coordinates,
      question: { ...question, on: on.value, known: known?.value ?? null, party: party?.value ?? null },
      view: view.value,
    },
    problems: [on, known, party, view].flatMap((one) => one?.problems ?? []),
  }
}

function inside(field: 'on' | 'known', value: LocalDate, { coversFrom }: Law, last: LocalDate): Checked<LocalDate> {
  if (value < coversFrom) {
    return { value: coversFrom, problems: [{ why: 'before-record', field, value, first: coversFrom }] }
  }
  if (value > last) return { value: last, problems: [{ why: 'too-far-ahead', field, value, last }] }
  return { value, problems: [] }
}
