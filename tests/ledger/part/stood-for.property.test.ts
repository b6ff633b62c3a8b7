import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { applyChanges } from '@/lib/ledger/apply'
import type { Change } from '@/lib/ledger/change'
import { isListed } from '@/lib/ledger/concern'
import { changesBetween } from '@/lib/ledger/difference'
import { impactOf } from '@/lib/ledger/impact'
import type { Flip } from '@/lib/ledger/impact/cell'
import { previousDay, shiftDays } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { consequenceKeys } from '@/lib/ledger/part/consequence-keys'
import { stoodFor, type Unread } from '@/lib/ledger/part/unread'
import { plainQuestion } from '@/lib/ledger/question'
import { ANY_FORM, type Ledger, type Party } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { aProvision, between, day } from '@/tests/support/builders'
import { timesAsLarge } from '@/tests/support/larger'
import { type Edited, edited } from '../edits'
import { carve } from './carve'
import { indexOf } from './index-of-record'

vi.setConfig({ testTimeout: 120_000 })

const RUNS = { numRuns: 20 }

/** A world in which some rule means the parties of every list, beside copies whose parties are listed on other days. */
function around({ before, after }: Edited): { record: WholeRecord; changes: readonly Change[] } {
  const changes = changesBetween(whole(before), whole(after))
  const large = timesAsLarge(whole(withRuleOnAll(before)), 4)
  const parties = large.parties.map((party) => listedLater(party, Number(/copy-(\d)$/.exec(party.key)?.[1] ?? 0)))
  return { record: { ...large, parties }, changes }
}

function whole(ledger: Ledger): WholeRecord {
  return { ...ledger, sources: [], indicators: [], events: [], claims: [] }
}

function withRuleOnAll(ledger: Ledger): Ledger {
  const instrument = ledger.instruments.find(({ binding }) => binding === 'law')?.key ?? ''
  const rule = aProvision({
    key: 'on-every-list',
    instrument,
    effect: 'prohibit',
    endUse: 'listed-party',
    partyList: null,
    materials: ['Dy'],
    forms: [ANY_FORM],
    inForce: between('2025-01-01', null),
  })
  return { ...ledger, provisions: [...ledger.provisions, rule] }
}

function listedLater(party: Party, copy: number): Party {
  const listedOn = shiftDays(party.listedOn, copy % 3)
  return party.delistedOn !== null && listedOn >= party.delistedOn ? party : { ...party, listedOn }
}

/** What is told from a part in which as few parties as possible stand for the others. */
async function toldFromFew(record: WholeRecord, changes: readonly Change[]) {
  const found = await consequenceKeys(indexOf(record), changes, { named: 0 })
  if (found === null || found.unread.parties.size === 0) return null
  const part = carve(record, found.keys)
  return { part, unread: found.unread, told: impactOf(part, applyChanges(part, changes), found.unread) }
}

/** The party that stands for another: of the same country, delisted on the same day. */
function standingFor({ parties }: WholeRecord, unread: Unread, party: Party): Party | undefined {
  return parties.find(
    ({ key, country, delistedOn }) =>
      unread.parties.has(key) && country === party.country && delistedOn === party.delistedOn,
  )
}

function withoutCounts<Seen extends { readonly lens: Flip['lens'] }>(seen: readonly Seen[]) {
  return seen.map(({ lens: { alike, ...lens }, ...rest }) => ({ ...rest, lens, as: alike.destinations }))
}

const withOthers = edited.map(around)

describe('parties that stand for others', () => {
  test.prop({ it: withOthers }, RUNS)('tell what a record says that holds no others', async ({ it }) => {
    const { record, changes } = it
    const few = await toldFromFew(record, changes)
    fc.pre(few !== null)
    if (few === null) return
    const kept = new Set(few.part.parties.map(({ key }) => key))
    const fewer = { ...record, parties: record.parties.filter(({ key }) => kept.has(key)) }
    const told = impactOf(fewer, applyChanges(fewer, changes))
    expect(withoutCounts(few.told.flips)).toEqual(withoutCounts(told.flips))
    expect(withoutCounts(few.told.proofs)).toEqual(withoutCounts(told.proofs))
    expect(few.told.stoodFor).toBe(stoodFor(few.unread))
    expect(few.told.stoodFor).toBeGreaterThan(0)
  })

  test.prop({ it: withOthers }, RUNS)('read as each of the others does while that is listed', async ({ it }) => {
    const { record, changes } = it
    const few = await toldFromFew(record, changes)
    fc.pre(few !== null)
    if (few === null) return
    const [before, after] = [record, applyChanges(record, changes)].map((one) => openLaw(one, null))
    if (before === undefined || after === undefined) throw new Error('no law')
    const kept = new Set(few.part.parties.map(({ key }) => key))
    const others = record.parties.filter(({ key, instrument }) => !kept.has(key) && before.instruments.has(instrument))
    for (const party of others) {
      const standing = standingFor(few.part, few.unread, party)
      expect(standing).toBeDefined()
      for (const { material, form, lens, ...days } of [
        ...few.told.flips,
        ...impactOf(record, after.ledger as WholeRecord).flips,
      ]) {
        for (const on of [days.from, days.to === null ? day(40) : previousDay(days.to)]) {
          if (!isListed(party, on)) continue
          const asked = { ...plainQuestion(on), from: lens.from, to: lens.to, use: lens.use, route: lens.route }
          const read = (law: typeof before, key: string) =>
            resolveCell(law, { ...asked, party: key }, material, form).status
          for (const law of [before, after]) expect(read(law, party.key)).toBe(read(law, standing?.key ?? ''))
        }
      }
    }
  })
})
