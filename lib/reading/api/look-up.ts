import 'server-only'
import type { CodesQuery, SearchQuery } from '@/lib/contract/api/queries'
import type { Told } from '@/lib/contract/api/told'
import { type Code, hasNumber, readCode } from '@/lib/contract/code'
import type { Found } from '@/lib/contract/found'
import type { Refusal } from '@/lib/contract/refusal'
import { isDatabaseAway } from '@/lib/db/away'
import { type Match, matchOfDigits, matchOfItem } from '@/lib/ledger/code-match'
import { previousDay } from '@/lib/ledger/interval'
import type { Provision } from '@/lib/ledger/record'
import type { Result } from '@/lib/ledger/result'
import { refused } from '@/lib/ledger/result'
import { standingOn } from '@/lib/ledger/standing'
import type { Opened } from '../opened'
import { findAt } from '../search'
import { openFor } from './open'
import { told } from './records'

/** What the search box finds, with the page each find leads to. */
export async function readSearch({ q, rev, limit }: SearchQuery): Promise<Result<Told, Refusal>> {
  const opening = await openFor({ rev }, undefined, 'part')
  if (!opening.ok) return opening
  const { opened, seen } = opening.value
  const { revision } = opened.coordinates
  const found = await unlessAway(findAt(revision, q, limit))
  if (found === null) return refused({ problems: [{ why: 'record-away' }], nearest: null })
  const groups = found.map(({ kind, total, found: listed }) => ({ kind, total, found: listed.map(page) }))
  return told({ q, groups }, revision, seen, null)
}

/** A revision that was read before can be told without the database; only searching it cannot. */
async function unlessAway<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked
  } catch (error) {
    if (isDatabaseAway(error)) return null
    throw error
  }
}

function page({ href, label, language, zh, note }: Found): object {
  return { label, language, zh, note, page: href }
}

/** The lines printed under a customs code or an item code, with what each is doing on a day; or the instruments of a number. */
export async function readCodes({ code, ...asked }: CodesQuery): Promise<Result<Told, Refusal>> {
  const read = readCode(code)
  if (read === null) return refused({ problems: [{ why: 'malformed-code', value: code }], nearest: null })
  const opening = await openFor(asked)
  if (!opening.ok) return opening
  const { opened, seen } = opening.value
  const { on, known } = opened.coordinates.question
  const value = {
    code,
    read: read.read,
    lines: linesOf(opened, read),
    instruments: instrumentsOf(opened, read),
    on,
    known,
  }
  return told(value, opened.coordinates.revision, seen, null)
}

function linesOf(opened: Opened, code: Code): readonly object[] {
  return [...opened.law.provisions.values()].flatMap((provision) => {
    const match = matchOf(provision, code)
    return match === null ? [] : [lineOf(opened, provision, match)]
  })
}

/** The closest of a line's own codes decides how it lies to the asked one. */
function matchOf({ hsCodes, clause }: Provision, code: Code): Match | null {
  if (code.read === 'announcement') return null
  const all =
    code.read === 'hs' ? hsCodes.map((own) => matchOfDigits(own, code.digits)) : [matchOfItem(clause, code.item)]
  return (['same', 'narrower', 'broader'] as const).find((match) => all.includes(match)) ?? null
}

function lineOf({ law, coordinates }: Opened, provision: Provision, match: Match): object {
  const { key, instrument, clause, item, materials, forms, effect, hsCodes, hsEvidence } = provision
  const { state, stateFrom, stateTo } = standingOn(law, provision, coordinates.question.on)
  const lastDay = stateTo === null ? null : previousDay(stateTo)
  const line = { provision: key, instrument, clause, item, materials, forms, effect, hsCodes, hsEvidence }
  return { ...line, match, state, from: stateFrom, lastDay }
}

function instrumentsOf({ law }: Opened, code: Code): readonly object[] {
  if (code.read !== 'announcement') return []
  return [...law.instruments.values()]
    .filter(({ number }) => hasNumber(number, code.announcement))
    .map(({ key, number, titleEn, issuedOn }) => ({ key, number, titleEn, issuedOn }))
}
