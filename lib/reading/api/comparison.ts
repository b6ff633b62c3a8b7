import 'server-only'
import { addressOf } from '@/lib/contract/address'
import { readAddress } from '@/lib/contract/address-reading'
import { tellQuestion } from '@/lib/contract/answer'
import { API } from '@/lib/contract/api/operation'
import type { CompareQuery } from '@/lib/contract/api/queries'
import type { Told } from '@/lib/contract/api/told'
import type { Refusal } from '@/lib/contract/refusal'
import { comparisonAt, readSides, type Sides } from '@/lib/contract/sides'
import type { Difference } from '@/lib/ledger/compare/compare'
import type { Seen } from '@/lib/ledger/compare/seen'
import type { Result } from '@/lib/ledger/result'
import { ok, refused } from '@/lib/ledger/result'
import { opennessOf } from '@/lib/ledger/status'
import { headRevision, todayInBeijing } from '../now'
import type { Page } from '../page'
import { readPage } from '../page'

type ComparePage = Extract<Page, { readonly name: 'compare' }>['page']

/** What reads otherwise under one question than under another, cell by cell, with its cause. */
export async function readComparison(query: CompareQuery): Promise<Result<Told, Refusal>> {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const sides = readSides(new URLSearchParams(given))
  if (!sides.ok) return refused({ problems: sides.refusal, nearest: null })
  if (sides.value === null) return refused({ problems: [{ why: 'missing', field: 'a' }], nearest: null })

  const head = await headRevision()
  if (head === null) return refused({ problems: [{ why: 'record-away' }], nearest: null })
  const coordinates = readAddress(segmentsOf(comparisonAt(sides.value, head.revision, todayInBeijing())))
  if (!coordinates.ok) return coordinates
  const read = await readPage(coordinates.value)
  if (!read.ok) return read
  if (read.value.name !== 'compare') throw new TypeError(`a comparison was read as ${read.value.name}`)
  const lastSeen = head.known === 'seen' && isOfNow(sides.value)
  return ok({
    value: { ...tellComparison(read.value.page), ...(lastSeen ? { lastSeen } : {}) },
    revision: coordinates.value.revision,
    lastSeen,
    canonical: canonicalOf(read.value.page),
  })
}

function isOfNow({ a, b }: Sides): boolean {
  return a.rev === undefined || b.rev === undefined
}

function segmentsOf(address: string): readonly string[] {
  return address.split('/').slice(2)
}

/** Both questions with all that they leave out filled in. */
function canonicalOf({ coordinates, against }: ComparePage): string {
  const { scope } = coordinates
  const first = addressOf({ ...coordinates, revision: against.revision, question: against.question, view: MATRIX })
  const second = addressOf({ ...coordinates, view: MATRIX })
  return `${API}/compare?${new URLSearchParams({ a: first, b: second, ...(scope === 'all' ? { scope } : {}) })}`
}

const MATRIX = { name: 'matrix' } as const

function tellComparison({ coordinates, against, comparison, relief }: ComparePage) {
  const { question, revision, scope } = coordinates
  return {
    a: tellQuestion(against.question, against.revision),
    b: tellQuestion(question, revision),
    scope,
    cells: comparison.pairs.length,
    causes: comparison.causes,
    differences: comparison.differences.map(tellDifference),
    relief,
    page: addressOf(coordinates),
  }
}

function tellDifference({ material, form, before, after, turn, cause, step, movers, turnsOn }: Difference) {
  return {
    material,
    form,
    ...(before === null ? {} : { before: tellSeen(before) }),
    ...(after === null ? {} : { after: tellSeen(after) }),
    turn,
    cause,
    step: { of: step.of, ...(step.of === 'revision' ? { revision: step.number } : {}) },
    movers,
    turnsOn,
  }
}

function tellSeen({ status, resumes, floor, beforeEffect, coverage, lastDay, next }: Seen) {
  return { status, openness: opennessOf(status), resumes, floor, beforeEffect, coverage, lastDay, next }
}
