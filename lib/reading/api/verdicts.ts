import 'server-only'
import { API } from '@/lib/contract/api/operation'
import type { Told } from '@/lib/contract/api/told'
import type { VerdictsQuery } from '@/lib/contract/api/verdict-operations'
import type { Refusal } from '@/lib/contract/refusal'
import { type ClaimReading, readClaim, readClaims } from '@/lib/ledger/claim-reading'
import type { Gap } from '@/lib/ledger/gap'
import { lastStep } from '@/lib/ledger/gap'
import { claimAsDated } from '@/lib/ledger/period'
import type { Result } from '@/lib/ledger/result'
import type { Verdict } from '@/lib/ledger/verdict'
import { askedDay, weighingOf } from '../claims'
import type { Opened } from '../opened'
import { openFor } from './open'
import { told } from './records'

/** Every claim that may have been made by the day asked, the latest first, held against the law. */
export async function readVerdicts(query: VerdictsQuery): Promise<Result<Told, Refusal>> {
  const opening = await openFor(query, { name: 'claims' })
  if (!opening.ok) return opening
  const { opened, seen } = opening.value
  const { record, coordinates } = opened
  const items = readClaims(weighingOf(record), record.claims, askedDay(opened)).map(written)
  const { revision } = coordinates
  return told({ items, ...asked(opened) }, revision, seen, canonical('verdicts', opened))
}

/** One claim by its key; of one that was taken out it is told since when, why, and what took its place. */
export async function readVerdict({
  key,
  ...query
}: VerdictsQuery & { readonly key: string }): Promise<Result<Told, Refusal>> {
  const opening = await openFor(query, { name: 'claim', key })
  if (!opening.ok) return opening
  const { opened, seen } = opening.value
  const { record, coordinates } = opened
  const claim = record.claims.find((one) => one.key === key)
  if (claim === undefined) throw new TypeError(`let in, but not there: ${JSON.stringify(key)}`)
  const item = written(readClaim(weighingOf(record), claim, askedDay(opened)))
  const { revision } = coordinates
  return told({ item, ...asked(opened) }, revision, seen, canonical(`claims/${key}/verdict`, opened))
}

function asked({ coordinates: { question } }: Opened) {
  return { on: question.on, known: question.known }
}

function canonical(path: string, { coordinates: { question, revision } }: Opened): string {
  const known = question.known === null ? '' : `&known=${question.known}`
  return `${API}/${path}?on=${question.on}${known}&rev=${revision}`
}

function written({ claim, said, whenSaid, onDay, gap, editor }: ClaimReading) {
  return {
    claim: claim.key,
    saidOn: claimAsDated(claim).saidOn,
    readOn: said,
    whenSaid: whenSaid === null ? null : verdictOf(whenSaid),
    onDay: onDay === null ? null : verdictOf(onDay),
    gap: gap === null ? null : gapOf(gap),
    editor: {
      verdict: claim.assessment.verdict,
      assessedOn: editor.on,
      computed: verdictOf(editor.computed),
      agrees: editor.agrees,
    },
  }
}

function verdictOf({ word, ...counts }: Verdict) {
  return { verdict: word, ...counts }
}

/** `days` is the gap itself: to the instrument that bore out the last cell, and none where some cell waits for one. */
function gapOf(gap: Gap) {
  const { word, said: _, steps, ...counts } = gap
  const days = word === 'already' ? 0 : word === 'given' ? (lastStep(gap)?.days ?? null) : null
  return { outcome: word, days, ...counts, steps: steps.map(({ on, ...step }) => ({ issuedOn: on, ...step })) }
}
