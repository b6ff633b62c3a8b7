import 'server-only'
import { assertedRows } from '@/lib/ledger/asserted-rows'
import type { AskedDay, ClaimReading } from '@/lib/ledger/claim-reading'
import { readClaim, readClaims } from '@/lib/ledger/claim-reading'
import { laneOf } from '@/lib/ledger/lane'
import { lookBehindClaims } from '@/lib/ledger/looks'
import { claimAsDated } from '@/lib/ledger/period'
import { instrumentsBehind, ruleGroups, unaskedOf } from '@/lib/ledger/rule-history'
import type { Claim, WholeRecord } from '@/lib/ledger/testimony'
import { verdictRuns } from '@/lib/ledger/verdict-runs'
import type { Weighing } from '@/lib/ledger/weighing'
import { weigh } from '@/lib/ledger/weighing'
import { frameOf, mentionsOf, readingsOf } from './frame'
import type { Opened } from './opened'
import { lawOf } from './opened'
import { agreeingIn, OF_LAW } from './same-lists'

const inWeighing = agreeingIn([...OF_LAW, 'claims'])
const weighings = new WeakMap<WholeRecord, Weighing>()

/** Everything recorded, opened for weighing claims once and kept while a record is that holds the same law and the same claims. */
export function weighingOf(record: WholeRecord): Weighing {
  const own = inWeighing(record)
  const weighing = weighings.get(own) ?? weigh(lawOf(own, null))
  weighings.set(own, weighing)
  return weighing
}

/** The day that a page asks its claims about, and what counts there. */
export function askedDay({ coordinates: { question } }: Pick<Opened, 'coordinates'>): AskedDay {
  return { on: question.on, known: question.known }
}

/** Every claim that may have been made by the asked day, the latest first, held against the law. */
export function claimsPage(opened: Opened) {
  const { record, law } = opened
  const told = readClaims(weighingOf(record), record.claims, askedDay(opened))
  const claims = told.map(({ claim }) => claim)
  const readings = told.map(asDated)
  const named = instrumentsNamed(record, claims)
  return {
    ...framedBy(opened, claims),
    ...mentionsOf(record, claims, record.instruments),
    readings,
    later: record.claims.length - readings.length,
    materials: record.materials,
    lanes: named
      .map((instrument) => ({
        instrument,
        spans: laneOf(
          law,
          [...law.provisions.values()].filter((line) => line.instrument === instrument.key),
        ),
      }))
      .filter(({ spans }) => spans.length > 0),
  }
}

/** One claim: its verdicts, its cells, the gap to an instrument, and what the law did next. */
export function claimPage(opened: Opened, claim: Claim) {
  const { record, coordinates } = opened
  const weighing = weighingOf(record)
  const asked = askedDay(opened)
  const counting = countingOf(opened)
  const reading = readClaim(weighing, claim, asked)
  const others = neighboursOf(record, claim, asked)
  const behind = instrumentsBehind(weighing.asKnownOn(reading.said), counting, claim, [reading.said, asked.on])
  const rules = ruleGroups(counting.asKnownOn(asked.on).law, claim, behind, asked.on)
  return {
    ...framedBy(opened, [claim, ...others]),
    ...mentionsOf(record, [claim, ...readingsOf([claim])], record.instruments),
    claim: claimAsDated(claim),
    reading: asDated(reading),
    rows: assertedRows(weighing, counting, reading, coordinates.question.on),
    runs: reading.gap === null ? [] : verdictRuns(counting.asKnownOn(coordinates.question.on), claim),
    named: instrumentsNamed(record, [claim]),
    rules,
    unasked: unaskedOf(rules, claim),
    materials: record.materials,
    forms: record.forms,
    bySame: others.some(({ speaker }) => speaker.name === claim.speaker.name),
    neighbours: readClaims(weighing, others, asked).map(asDated),
  }
}

/** What counts for the question. */
function countingOf({ record, coordinates: { question } }: Opened): Weighing {
  const weighing = weighingOf(record)
  return question.known === null ? weighing : weighing.asKnownOn(question.known)
}

/** A page about claims is verified through the earliest look at what their cells rest on. */
function framedBy(opened: Opened, claims: readonly Claim[]) {
  const through = lookBehindClaims(countingOf(opened), claims, opened.coordinates.question.on)
  return frameOf(opened, through ?? undefined)
}

function asDated(reading: ClaimReading): ClaimReading {
  return { ...reading, claim: claimAsDated(reading.claim) }
}

/** What else the speaker said; of one who is heard once, what was said around the same time. */
function neighboursOf(record: WholeRecord, claim: Claim, { on, known }: AskedDay): readonly Claim[] {
  const told = readableBy(record.claims, { on, known }).filter(({ key }) => key !== claim.key)
  const same = told.filter(({ speaker }) => speaker.name === claim.speaker.name)
  if (same.length > 0) return same
  const sorted = [...told].sort((a, b) => (a.saidOn < b.saidOn ? -1 : a.saidOn > b.saidOn ? 1 : a.key < b.key ? -1 : 1))
  const at = sorted.findIndex(({ saidOn }) => saidOn > claim.saidOn)
  const after = at === -1 ? sorted.length : at
  return sorted.slice(Math.max(after - 2, 0), after + 2)
}

function readableBy(claims: readonly Claim[], { on, known }: AskedDay): readonly Claim[] {
  const last = known === null || known > on ? on : known
  return claims.filter(({ saidOn }) => saidOn <= last)
}

/** The instruments that claims are tagged with, the earliest first. */
function instrumentsNamed(record: WholeRecord, claims: readonly Claim[]) {
  const tags = new Set(claims.flatMap((claim) => claim.tags))
  return record.instruments
    .filter(({ key }) => tags.has(key))
    .sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.key < b.key ? -1 : 1))
}
