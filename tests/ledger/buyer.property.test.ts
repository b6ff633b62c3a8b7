import { describe, expect, test } from 'vitest'
import { EU_MEMBERS } from '@/lib/contract/countries'
import { profileOf, profilesBeside } from '@/lib/contract/profiles'
import {
  ANY_BUYER,
  besideAnyBuyer,
  groupsForBuyer,
  isSameBuyer,
  latestListed,
  rulesTellingApart,
} from '@/lib/ledger/buyer'
import { localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import { resolveMatrix } from '@/lib/ledger/matrix'
import { plainQuestion } from '@/lib/ledger/question'
import { ANY_FORM, CONTROLLED_ITEMS, type Provision } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import { materialsInScope } from '@/lib/ledger/scope'
import { cellTimeline, runOf } from '@/lib/ledger/timeline'
import { theRecord } from '../support/record'

const record = theRecord()
const law = openLaw(record, null)
const CELLS = materialsInScope(law, 'all').flatMap(({ key, forms }) => forms.map((form) => ({ material: key, form })))

/** Every day on which anything of the record begins or ends, and the days around it. */
const DAYS = [
  ...new Set(
    [
      ...record.instruments.map(({ issuedOn }) => issuedOn),
      ...record.provisions.flatMap(({ inForce: { from, to } }) => [from, ...(to === null ? [] : [to])]),
      ...record.parties.map(({ listedOn }) => listedOn),
    ].filter((on) => on >= law.coversFrom),
  ),
].sort()

/** What is seen of a cell on each day, asked the long way. */
function seenOnEachDay(facts: typeof ANY_BUYER, { material, form }: (typeof CELLS)[number]): readonly string[] {
  const timeline = cellTimeline(law, { ...plainQuestion(law.coversFrom), ...facts }, material, form)
  return DAYS.map((on) => {
    const question = { ...plainQuestion(on), ...facts }
    const { status, resumes, floor, beforeEffect, coverage } = resolveCell(law, question, material, form)
    const { lastDay, next } = runOf(timeline, on)
    return JSON.stringify({ status, resumes, floor, beforeEffect, coverage, lastDay, next })
  })
}

/**
 * Whether a rule says anything of a fact, read from its own words: it names a destination and one is asked for, an end use
 * in the military and that is asked for, or listed parties and one is named.
 */
function names(rule: Provision, facts: typeof ANY_BUYER): boolean {
  const seat = record.parties.find(({ key }) => key === facts.party)?.country ?? null
  const speaksOfPlace = rule.destinations.only !== null || rule.destinations.except.length > 0
  return (
    (speaksOfPlace && (facts.to ?? seat) !== null) ||
    (rule.endUse === 'military' && facts.use === 'military') ||
    (rule.endUse === 'listed-party' && facts.party !== null)
  )
}

/** The rules that speak of a cell on exports out of China, whatever the buyer; those on all controlled items included. */
function rulesOf(material: string, form: string): readonly Provision[] {
  return record.provisions.filter(
    ({ effect, route, materials, forms }) =>
      ['licence', 'prohibit', 'exempt'].includes(effect) &&
      route === 'export' &&
      (materials.includes(material) || materials.includes('controlled-items')) &&
      (forms.includes(form) || forms.includes('any')),
  )
}

const NOVEMBER = localDate('2026-11-22')
const LISTED = latestListed(law, NOVEMBER)
const PROFILES = profilesBeside(plainQuestion(NOVEMBER), LISTED?.key ?? null)
const forAnyBuyer = CELLS.map((cell) => seenOnEachDay(ANY_BUYER, cell))

describe('a profile beside any buyer', () => {
  test.for(PROFILES.filter(({ facts }) => !isSameBuyer(facts, ANY_BUYER)))(
    '$name: told to differ are just the cells that do, on every day of the record, and a rule of each names the buyer',
    ({ facts }) => {
      const differing = DAYS.flatMap((on) =>
        besideAnyBuyer(law, { ...plainQuestion(on), ...facts }, CELLS)
          .differences(facts)
          .map((one) => ({ ...one, on })),
      )
      const told = new Map(differing.map((one) => [`${one.on} ${one.material}/${one.form}`, one.rules]))
      for (const [at, { material, form }] of CELLS.entries()) {
        const naming = new Set(rulesOf(material, form).flatMap((rule) => (names(rule, facts) ? [rule.key] : [])))
        for (const [index, seen] of seenOnEachDay(facts, { material, form }).entries()) {
          const name = `${DAYS[index]} ${material}/${form}`
          const rules = told.get(name)
          expect(rules !== undefined, name).toBe(seen !== forAnyBuyer[at]?.[index])
          if (rules === undefined) continue
          expect(rules.length > 0 && rules.every(({ key }) => naming.has(key)), name).toBe(true)
        }
      }
      expect(differing.length > 0).toBe(facts.to === null || facts.use === 'military')
    },
  )

  test('buyers who differ in one fact alone are told apart', () => {
    const { count } = besideAnyBuyer(law, plainQuestion(NOVEMBER), CELLS)
    expect((['civil', 'military', 'civil'] as const).map((use) => count({ to: 'US', use, party: null }))).toEqual([
      13, 139, 13,
    ])
    // A watch list asks for the licence that is needed anyway; a control list prohibits.
    const parties = ['acsl-ltd', LISTED?.key ?? '']
    expect(parties.map((party) => count({ ...ANY_BUYER, party }))).toEqual([0, 139])
    expect(count({ to: 'JP', use: 'military', party: null })).toBe(139)
  })

  test('answers that are there already are used as they are, for any buyer and for the one asked', () => {
    const us = { to: 'US', use: 'military', party: null } as const
    for (const asked of [ANY_BUYER, us]) {
      const { rows } = resolveMatrix(law, { ...plainQuestion(NOVEMBER), ...asked }, 'all')
      const answered = new Map(
        rows.flatMap((row) => row.cells).map((cell) => [`${cell.answer.material}/${cell.answer.form}`, cell]),
      )
      const question = { ...plainQuestion(NOVEMBER), ...asked }
      const told = besideAnyBuyer(law, question, CELLS).differences(us)
      expect(besideAnyBuyer(law, question, CELLS, answered).differences(us)).toEqual(told)
      expect(besideAnyBuyer(law, question, CELLS, answered).count(us)).toBe(told.length)
      const none = new Map([...answered].filter(([name]) => name === 'La/metal'))
      expect(besideAnyBuyer(law, question, CELLS, none).count(us)).toBe(told.length)
    }
  })

  test('the US defence contractor is refused what needs a licence, under clause 1 of No. 46 of 2024', () => {
    const facts = { to: 'US', use: 'military', party: null } as const
    const groups = groupsForBuyer(besideAnyBuyer(law, plainQuestion(NOVEMBER), CELLS).differences(facts))
    expect(
      groups.map(({ cells, before, after, rules }) => [
        cells,
        ...[before, after].map(({ status, resumes }) => resumes ?? status),
        ...rules.map(({ key }) => key),
      ]),
    ).toEqual([
      [77, 'licence', 'prohibited', 'cn-2024-46-clause-1-us-military'],
      [62, 'licence', 'prohibited', 'cn-2024-46-clause-1-us-military'],
    ])
  })
})

describe('the facts of profiles', () => {
  test('are a member of the EU, the United States and Japan in the military, and the party listed last', () => {
    expect(PROFILES.map(({ name, facts: { to, use, party } }) => `${name} ${to} ${use} ${party}`)).toEqual([
      'any null civil null',
      'eu DE civil null',
      'us US military null',
      'jp JP military null',
      `party null civil ${LISTED?.key}`,
    ])
    expect(LISTED?.listedOn).toBe('2026-07-24')
    expect(latestListed(law, localDate('2025-03-04'))?.listedOn).toBe('2025-03-04')
  })

  test('are without a listed party before the first list, and on lists that are not known yet', () => {
    expect(latestListed(law, localDate('2025-01-01'))).toBeNull()
    expect(profilesBeside(plainQuestion(NOVEMBER), null).map(({ name }) => name)).toEqual(['any', 'eu', 'us', 'jp'])
    const known = openLaw(record, localDate('2025-02-01'))
    expect(latestListed(known, NOVEMBER)?.listedOn).toBe('2025-01-02')
  })

  test('keep the member and the party that the question asks for', () => {
    const asking = (facts: Partial<typeof ANY_BUYER>) => {
      const question = { ...plainQuestion(NOVEMBER), ...facts }
      return profileOf(question, profilesBeside(question, LISTED?.key ?? null))
    }
    expect(asking({ to: 'FR' })).toEqual({ name: 'eu', facts: { to: 'FR', use: 'civil', party: null } })
    expect(asking({ party: 'acsl-ltd' })?.name).toBe('party')
    expect(asking({})?.name).toBe('any')
    expect(asking({ to: 'US' })).toBeNull()
    expect(asking({ to: 'FR', use: 'military' })).toBeNull()
  })
})

describe('rules that tell members of the EU apart', () => {
  test('are none in this record', () => {
    expect(rulesTellingApart(law, EU_MEMBERS, CELLS)).toEqual([])
  })

  test('are found where a rule names one member, or all but one', () => {
    const [rule] = record.provisions
    if (rule === undefined) throw new Error('no provision')
    const naming = (only: readonly string[] | null, except: readonly string[]) =>
      openLaw({ ...record, provisions: [{ ...rule, destinations: { only, except } }] }, null)
    expect(rulesTellingApart(naming(['DE', 'US'], []), EU_MEMBERS, CELLS)).toHaveLength(1)
    expect(rulesTellingApart(naming(null, ['FR']), EU_MEMBERS, CELLS)).toHaveLength(1)
    expect(rulesTellingApart(naming(EU_MEMBERS, ['US']), EU_MEMBERS, CELLS)).toEqual([])
    expect(rulesTellingApart(naming(null, EU_MEMBERS), EU_MEMBERS, CELLS)).toEqual([])
  })

  test('are told where they are about a cell that is shown, and not of others', () => {
    const rule = record.provisions.find(({ materials }) => materials.length === 1 && materials[0] === 'Ga')
    if (rule === undefined) throw new Error('no rule on gallium alone')
    const destinations = { only: ['DE'], except: [] }
    const about = (said: Partial<typeof rule>, material: string, form: string) =>
      rulesTellingApart(openLaw({ ...record, provisions: [{ ...rule, destinations, ...said }] }, null), EU_MEMBERS, [
        { material, form },
      ]).length
    const [form = ''] = rule.forms
    expect([about({}, 'Ga', form), about({}, 'Dy', form), about({}, 'Ga', 'no-form-of-it')]).toEqual([1, 0, 0])
    expect(about({ forms: [ANY_FORM] }, 'Ga', 'no-form-of-it')).toBe(1)
    expect(about({ materials: [CONTROLLED_ITEMS] }, 'Dy', form)).toBe(1)
  })
})
