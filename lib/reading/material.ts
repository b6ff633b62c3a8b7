import 'server-only'
import { laneOf } from '@/lib/ledger/lane'
import type { Law } from '@/lib/ledger/law'
import { earliestLook } from '@/lib/ledger/matrix'
import { claimAsDated, eventAsDated } from '@/lib/ledger/period'
import type { Instrument, Material, Provision } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import { anyFormListed, listedForms, rollUp } from '@/lib/ledger/rollup'
import { formsOf, materialsInScope } from '@/lib/ledger/scope'
import { itemLines, standingOn } from '@/lib/ledger/standing'
import { stripOf } from '@/lib/ledger/strip'
import type { Claim, WholeRecord } from '@/lib/ledger/testimony'
import { cellTimeline, earliestNext, runOf } from '@/lib/ledger/timeline'
import { observedIn } from './evidence'
import { frameOf, measuredBy, mentionsOf, readingsOf } from './frame'
import type { Opened } from './opened'

/** One material: its timeline over all days of the record, its item lines, and what is said and measured beside it. */
export function materialPage(opened: Opened, material: Material) {
  const { coordinates, law, record } = opened
  const { question } = coordinates
  const forms = formsOf(law, material).map((form) => {
    const timeline = cellTimeline(law, question, material.key, form.key)
    return {
      form,
      answer: resolveCell(law, question, material.key, form.key),
      timeline,
      run: runOf(timeline, question.on),
    }
  })
  const items = itemLines(law, material.key)
  const claims = claimsNaming(record, material)
  const lanes = lanesOf(law, items)
  const events = eventsAround(
    record,
    lanes.map((lane) => lane.instrument),
  )
  const indicators = record.indicators.filter((indicator) => indicator.materials.includes(material.key))
  const cited = [material, ...items, ...measuredBy(indicators)]
  return {
    ...frameOf(opened, earliestLook(forms.map((lane) => lane.answer)) ?? undefined),
    ...mentionsOf(record, [...cited, ...claims, ...readingsOf(claims), ...events], law.instruments.values()),
    material,
    rollup: rollUp(
      forms.map((lane) => lane.answer),
      listedForms(law, material.key, question.route),
      anyFormListed(law, material.key, question.route),
    ),
    next: earliestNext(forms.map((lane) => lane.run)),
    forms,
    strip: stripOf(law, question, material),
    lanes,
    items: items.map((provision) => standingOn(law, provision, question.on)),
    claims,
    events,
    indicators,
    series: observedIn(opened, indicators),
    coversFrom: law.coversFrom,
    neighbours: neighboursOf(opened, material),
  }
}

/** Instruments with a line that names the material, and those that suspend such lines, by day of issue. */
function lanesOf(law: Law, items: readonly Provision[]) {
  const provisions = new Set<Provision>(items)
  for (const provision of items) {
    const { suspensions, extensions, repeals } = law.acts(provision)
    for (const act of [...suspensions, ...extensions, ...repeals]) provisions.add(act)
  }
  const byInstrument = new Map<Instrument, Provision[]>()
  for (const provision of provisions) {
    const instrument = law.instruments.get(provision.instrument)
    if (instrument !== undefined) byInstrument.set(instrument, [...(byInstrument.get(instrument) ?? []), provision])
  }
  return [...byInstrument]
    .sort(([a], [b]) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.key < b.key ? -1 : 1))
    .map(([instrument, lines]) => ({ instrument, spans: laneOf(law, lines) }))
}

/** Claims that assert something of this very material, or of all rare earths when it is one; the latest first. */
function claimsNaming(record: WholeRecord, material: Material): readonly Claim[] {
  return record.claims
    .filter((claim) =>
      claim.asserts.some(({ materials }) => {
        if (materials === 'all') return true
        return materials === 'all-rare-earths' ? material.rareEarth : materials.includes(material.key)
      }),
    )
    .sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1))
    .map(claimAsDated)
}

function eventsAround(record: WholeRecord, instruments: readonly Instrument[]) {
  const keys = new Set(instruments.map((instrument) => instrument.key))
  return record.events.filter((event) => event.instruments.some((key) => keys.has(key))).map(eventAsDated)
}

function neighboursOf({ law, part }: Opened, material: Material) {
  if (part !== undefined) {
    const named = (key: string | null) => (key === null ? null : (law.materials.get(key) ?? null))
    return { previous: named(part.neighbours.previous), next: named(part.neighbours.next) }
  }
  const order = materialsInScope(law, 'all')
  const at = order.findIndex((candidate) => candidate.key === material.key)
  return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null }
}
