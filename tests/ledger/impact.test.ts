import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { applyChanges, recordUnder } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { type Impact, impactInSteps, impactOf } from '@/lib/ledger/impact'
import type { Flip, Seen } from '@/lib/ledger/impact/cell'
import type { Lens } from '@/lib/ledger/impact/lens'
import { groupsOf } from '@/lib/ledger/impact-groups'
import { localDate, previousDay } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { plainQuestion } from '@/lib/ledger/question'
import type { Party } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import { between } from '@/tests/support/builders'
import { theRecord } from '@/tests/support/record'
import { changesOf, theExtension, theNotice, withTheNotice } from './extension-notice'

vi.setConfig({ testTimeout: 90_000 })

const FILE = new URL('../golden/impact-of-an-extension.txt', import.meta.url)

const record = theRecord()

/** The five elements of Announcement 57, and what Announcements 55, 56, 57, 58 and 62 name besides. */
const ELEMENTS = ['Er', 'Eu', 'Ho', 'Tm', 'Yb']
const ITEMS = [
  ...['battery-equipment', 'battery-technology', 'graphite-anode-synthetic', 'lfp-cathode', 'li-ion-battery-300'],
  ...['lithium-rich-mn', 'ncm-nca-precursor', 'ndfeb-ho', 'ree-equipment', 'ree-ores', 'ree-reagents', 'ree-tech'],
  'superhard-2025',
]

function isPlain({ from, to, use, party, route }: Lens): boolean {
  return from === 'CN' && to === null && use === 'civil' && party === null && route === 'export'
}

function impactOfChanges(...changes: readonly Change[]): Impact {
  return impactOf(record, applyChanges(record, changes))
}

function lensText({ from, to, use, party, route, alike }: Lens): string {
  const others = alike.parties > 1 ? ` and ${alike.parties - 1} more` : ''
  const places = alike.destinations.length > 1 ? ` (as ${alike.destinations.join(' ')})` : ''
  return [
    route,
    ...(route === 'export' ? [`out of ${from}`] : []),
    `to ${to ?? 'any destination'}${places}`,
    use,
    ...(party === null ? [] : [`${party}${others}`]),
  ].join(', ')
}

function flipText({ from, to, before, after, next, because }: Flip): string {
  const status = ({ status, resumes }: Flip['before']) => (resumes === null ? status : `${status} (${resumes} resumes)`)
  const days = to === null ? `from ${from}` : `${from} to ${previousDay(to)}`
  const then = next === null ? '' : `, then ${next.status}`
  return `${days}: ${status(before)} → ${status(after)}${then}; because of ${because.join(', ')}`
}

function groupedBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item])
  return groups
}

/** Cells with one text share a line. */
function section(cells: readonly (Seen & { readonly text: string })[]): string {
  const byLens = groupedBy(cells, ({ lens }) => lensText(lens))
  return [...byLens]
    .map(([lens, own]) => {
      const byText = groupedBy(own, ({ text }) => text)
      const lines = [...byText].map(([text, alike]) => {
        const byMaterial = groupedBy(alike, ({ material }) => material)
        const named = [...byMaterial].map(
          ([material, of]) => `      ${material}: ${of.map(({ form }) => form).join(' ')}`,
        )
        return [`    ${text} (${alike.length} cells)`, ...named].join('\n')
      })
      return [`  ${lens}`, ...lines].join('\n')
    })
    .join('\n')
}

function goldenText({ flips, proofs, claims, looks, firstDay }: Impact): string {
  const proofText = ({ from, to, status, because }: Impact['proofs'][number]) =>
    `${to === null ? `from ${from}` : `${from} to ${previousDay(to)}`}: still ${status}; because of ${because.join(', ')}`
  return [
    'What the record would say otherwise with a notice of 20 November 2026 that extends Announcement 70 to 10 January 2027.',
    'Computed, never typed. UPDATE_GOLDEN=1 writes it again; the difference is reviewed like code.',
    '',
    `First changed day: ${firstDay}`,
    ...looks.map(
      ({ jurisdiction, before, after }) => `Last look at the rules of ${jurisdiction}: ${before} → ${after}`,
    ),
    '',
    '== Statuses',
    section(flips.map((flip) => ({ ...flip, text: flipText(flip) }))),
    '',
    '== Proofs',
    section(proofs.map((proof) => ({ ...proof, text: proofText(proof) }))),
    '',
    '== Claims',
    ...claims.map(({ claim, on, to, before, after }) => {
      const days = to === null ? `from ${on}` : `${on} to ${previousDay(to)}`
      return `  ${claim}, ${days}: ${before.word} ${before.agreeing}/${before.cells} → ${after.word} ${after.agreeing}/${after.cells}`
    }),
    '',
  ].join('\n')
}

describe('a notice of 20 November 2026 that extends Announcement 70 to 10 January 2027', () => {
  const impact = impactOf(record, withTheNotice(record))
  const plain = impact.flips.filter(({ lens }) => isPlain(lens))

  test('flips, for a plain question, every cell of the five elements and of the equipment, battery and superhard items', () => {
    const law = openLaw(record, null)
    const paused = record.materials.flatMap(({ key, forms }) =>
      forms
        .filter((form) => resolveCell(law, plainQuestion(localDate('2026-11-20')), key, form).status === 'pause-ended')
        .map((form) => `${key} ${form}`),
    )

    expect(new Set(plain.map(({ material }) => material))).toEqual(new Set([...ELEMENTS, ...ITEMS]))
    expect(new Set(plain.map(({ material, form }) => `${material} ${form}`))).toEqual(new Set(paused))
    expect(plain).toHaveLength(2 * paused.length)
    expect(paused).toHaveLength(62)
  })

  test('leaves the gap days 11 to 19 November a licence, pauses from the 20th, and tells what is scheduled after it', () => {
    const told = plain.map(({ from, to, before, after, next }) =>
      [from, to, before.status, after.status, next?.on, next?.status, next?.resumes].join(' '),
    )

    expect([...new Set(told)]).toEqual([
      '2026-11-11 2026-11-20 pause-ended licence 2026-11-20 paused ',
      '2026-11-20 2027-01-11 pause-ended paused 2027-01-11 pause-ended licence',
    ])
    expect(new Set(groupsOf(plain).map(({ next }) => next?.resumes))).toEqual(new Set([null, 'licence']))
    expect(impact.firstDay).toBe('2026-11-11')
  })

  test('says that on 11 January 2027 a licence resumes, which nobody has verified', () => {
    const after = openLaw(withTheNotice(record), null)
    const answer = resolveCell(after, plainQuestion(localDate('2027-01-11')), 'Ho', 'metal')

    expect(answer).toMatchObject({ status: 'pause-ended', resumes: 'licence', floor: 'not-controlled' })
  })

  test('is the same whether it names the announcement or each of its suspensions', () => {
    const named = impactOfChanges(...changesOf(theNotice(), theExtension({ targets: ['cn-2025-70'] })))

    expect(named).toEqual(impact)
  })

  test('covers the gap days too where it backdates itself', () => {
    const backdated = impactOfChanges(
      ...changesOf(theNotice(), theExtension({ inForce: between('2026-11-11', '2027-01-10') })),
    )
    const told = backdated.flips
      .filter(({ lens }) => isPlain(lens))
      .map(({ from, to, after }) => `${from} ${to} ${after.status}`)

    expect([...new Set(told)]).toEqual(['2026-11-11 2027-01-11 paused'])
  })

  test('has the consequences that were reviewed, for every question', () => {
    const text = goldenText(impact)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(FILE, text)

    expect(text).toBe(readFileSync(FILE, 'utf8'))
  })

  test('is computed one material a step, each once, to the same whole', () => {
    const steps = impactInSteps(record, withTheNotice(record))
    const materials: string[] = []
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) materials.push(step.value.material)

    expect(materials).toEqual(record.materials.map(({ key }) => key))
    expect(step.value).toEqual(impact)
  })
})

describe('a change that flips nothing', () => {
  test('is a changed proof where a rule is worded otherwise, and only there', () => {
    const was = recordUnder(record, 'provision', 'cn-2025-57-1c909-a-1')
    if (was === null) throw new Error('no such provision')
    const { flips, proofs, claims } = impactOfChanges({
      kind: 'provision',
      key: was.key,
      record: { ...was, note: 'Reworded.' },
    })

    expect([flips, claims]).toEqual([[], []])
    expect(new Set(proofs.map(({ material, form }) => `${material} ${form}`))).toEqual(new Set(['Ho metal']))
    expect(new Set(proofs.flatMap(({ because }) => because))).toEqual(new Set([was.key]))
  })

  test('is a later look at a country where somebody looked', () => {
    const was = recordUnder(record, 'instrument', 'cn-2025-18')
    if (was === null) throw new Error('no such instrument')
    const looked = { ...was, verifiedThrough: localDate('2026-11-22') }
    const { flips, looks } = impactOfChanges({ kind: 'instrument', key: was.key, record: looked })

    expect(flips).toEqual([])
    expect(looks).toEqual([{ jurisdiction: 'CN', before: '2026-10-10', after: '2026-11-22' }])
  })

  test('is none where a claim, an event or a source is changed (R1)', () => {
    const { claims, events, sources } = record
    const changes = [
      { kind: 'claim', key: claims[0]?.key, record: null },
      { kind: 'event', key: events[0]?.key, record: null },
      { kind: 'source', key: sources[0]?.key, record: null },
    ] as Change[]

    expect(impactOfChanges(...changes)).toEqual({
      ...{ flips: [], proofs: [], claims: [], unweighed: [], stoodFor: 0, looks: [] },
      firstDay: null,
    })
  })
})

describe('a party', () => {
  const listed: Party = {
    ...(record.parties.find(({ instrument }) => instrument === 'cn-2026-27') as Party),
    key: 'a-new-party',
    listedOn: localDate('2026-11-20'),
  }

  test('that is new to a list flips from what its country gives, from the day it is listed', () => {
    const { flips } = impactOfChanges({ kind: 'party', key: listed.key, record: listed })
    const ofDy = flips.filter(
      ({ material, form, lens }) => material === 'Dy' && form === 'oxide' && lens.route === 'export',
    )

    expect(new Set(flips.map(({ lens }) => lens.party))).toEqual(new Set([listed.key]))
    expect(
      ofDy.map(({ from, to, before, after, because }) => ({
        from,
        to,
        before: before.status,
        after: after.status,
        because,
      })),
    ).toContainEqual({
      from: '2026-11-20',
      to: null,
      before: 'licence',
      after: 'prohibited',
      because: [listed.key],
    })
  })

  test('that is taken off the record flips back', () => {
    const { flips } = impactOf(applyChanges(record, [{ kind: 'party', key: listed.key, record: listed }]), record)

    expect(flips.map(({ after }) => after.status)).not.toContain('prohibited')
    expect(flips.some(({ before, because }) => before.status === 'prohibited' && because.includes(listed.key))).toBe(
      true,
    )
  })
})
