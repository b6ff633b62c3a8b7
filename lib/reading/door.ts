import 'server-only'
import type { Coordinates } from '@/lib/contract/address'
import { addressOf, liveAddress } from '@/lib/contract/address'
import { nearestKey } from '@/lib/contract/key'
import type { Kept, Problem, Refusal } from '@/lib/contract/refusal'
import type { View } from '@/lib/contract/view'
import { isDatabaseAway } from '@/lib/db/away'
import { ledgerAt } from '@/lib/db/ledger'
import type { LocalDate } from '@/lib/ledger/interval'
import { shiftYears } from '@/lib/ledger/interval'
import type { Law } from '@/lib/ledger/law'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { headRevision, todayInBeijing } from './now'
import type { Opened } from './opened'
import { lawOf } from './opened'

/** How many years ahead the record can be asked about (R13). */
const YEARS_AHEAD = 5

/**
 * Opens the record at coordinates, or says why they have no answer: a revision that is not published (yet), a day
 * outside the record (R13), a party, material, form … that it does not hold, or a database that does not answer.
 */
export async function openAt(coordinates: Coordinates): Promise<Result<Opened, Refusal>> {
  const record = await recordAt(coordinates.revision)
  if (record === 'away') return refused({ problems: [{ why: 'record-away' }], nearest: addressOf(coordinates) })
  if (record === null) return unpublished(coordinates)

  const law = lawOf(record, coordinates.question.known)
  const today = todayInBeijing()
  const good = putRight(coordinates, law, record, shiftYears(today, YEARS_AHEAD))
  const [first, ...others] = good.problems
  if (first === undefined) return ok({ coordinates, record, law, today })
  return refused({ problems: [first, ...others], nearest: addressOf(good.coordinates) })
}

async function recordAt(revision: number): Promise<WholeRecord | null | 'away'> {
  try {
    return await ledgerAt(revision)
  } catch (error) {
    if (isDatabaseAway(error)) return 'away'
    throw error
  }
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

/** The nearest coordinates that are good, and what had to be put right to get there. */
function putRight(coordinates: Coordinates, law: Law, record: WholeRecord, last: LocalDate): PutRight {
  const { question } = coordinates
  const on = inside('on', question.on, law, last)
  const known = question.known === null ? null : inside('known', question.known, law, last)
  const party = question.party === null ? null : kept('party', question.party, law.parties.keys())
  const view = viewIn(coordinates.view, law, record)
  return {
    coordinates: {
      ...coordinates,
      question: { ...question, on: on.value, known: known?.value ?? null, party: party?.value ?? null },
      view: view.value,
    },
    problems: [on, known, party, view].flatMap((one) => one?.problems ?? []),
  }
}

type Checked<Value> = { readonly value: Value; readonly problems: readonly Problem[] }

function inside(field: 'on' | 'known', value: LocalDate, { coversFrom }: Law, last: LocalDate): Checked<LocalDate> {
  if (value < coversFrom) {
    return { value: coversFrom, problems: [{ why: 'before-record', field, value, first: coversFrom }] }
  }
  if (value > last) return { value: last, problems: [{ why: 'too-far-ahead', field, value, last }] }
  return { value, problems: [] }
}

function kept(what: Kept, value: string, keys: Iterable<string>): Checked<string | null> {
  const all = [...keys]
  if (all.includes(value)) return { value, problems: [] }
  const nearest = nearestKey(value, all)
  return { value: nearest, problems: [{ why: 'unknown-key', kept: what, value, nearest }] }
}

/** A view of something that the record holds; else the view of the nearest thing, or of them all. */
function viewIn(view: View, law: Law, record: WholeRecord): Checked<View> {
  switch (view.name) {
    case 'material':
      return keyed(kept('material', view.key, law.materials.keys()), (key) => ({ name: 'material', key }), 'matrix')
    case 'proof':
      return proofIn(view, law)
    case 'regime':
      return keyed(kept('regime', view.key, law.regimes.keys()), (key) => ({ name: 'regime', key }), 'regimes')
    case 'instrument': {
      const keys = record.instruments.map((instrument) => instrument.key)
      return keyed(kept('instrument', view.key, keys), (key) => ({ name: 'instrument', key }), 'instruments')
    }
    case 'source': {
      const keys = record.sources.map((source) => source.key)
      return keyed(kept('source', view.key, keys), (key) => ({ name: 'source', key }), 'sources')
    }
    default:
      return { value: view, problems: [] }
  }
}

function proofIn(view: Extract<View, { name: 'proof' }>, law: Law): Checked<View> {
  const material = kept('material', view.material, law.materials.keys())
  const form = kept('form', view.form, law.forms.keys())
  const problems = [...material.problems, ...form.problems]
  if (material.value === null) return { value: { name: 'matrix' }, problems }
  if (form.value === null) return { value: { name: 'material', key: material.value }, problems }
  return { value: { name: 'proof', material: material.value, form: form.value }, problems }
}

function keyed(
  { value, problems }: Checked<string | null>,
  view: (key: string) => View,
  all: 'matrix' | 'regimes' | 'instruments' | 'sources',
): Checked<View> {
  return { value: value === null ? { name: all } : view(value), problems }
}
