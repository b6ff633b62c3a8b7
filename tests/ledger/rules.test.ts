import { describe, expect, test } from 'vitest'
import { type LocalDate, localDate } from '@/lib/ledger/interval'
import { openLaw } from '@/lib/ledger/law'
import type { Question } from '@/lib/ledger/question'
import type { Instrument, Ledger, Provision } from '@/lib/ledger/record'
import { resolveCell } from '@/lib/ledger/resolve'
import { cellTimeline } from '@/lib/ledger/timeline'
import { aLedger, anInstrument, aParty, aProvision, asking, between } from '@/tests/support/builders'

const LONG_VERIFIED = localDate('2030-12-31')

/** A notice with a clause of its own; `verified` is the day through which anybody looked. */
function aNotice(key: string, issuedOn: string, verified: LocalDate = LONG_VERIFIED): Instrument {
  return anInstrument({ key, issuedOn: localDate(issuedOn), verifiedThrough: verified })
}

const rule = aProvision({ key: 'rule', instrument: 'rules', inForce: between('2025-04-04') })
const rules = aNotice('rules', '2025-04-04')
const baseline = aNotice('baseline', '2025-01-01')

/** A world in which the rule stands and something is done about it. */
function when(
  provisions: readonly Provision[],
  instruments: readonly Instrument[],
  more: Partial<Ledger> = {},
): Ledger {
  return aLedger({ instruments: [baseline, rules, ...instruments], provisions: [rule, ...provisions], ...more })
}

function aSuspension(given: Partial<Provision>): Provision {
  return aProvision({ key: 'pause', instrument: 'pauses', effect: 'suspend', targets: ['rule'], ...given })
}

function anExtension(given: Partial<Provision>): Provision {
  return aProvision({ key: 'longer', instrument: 'extensions', effect: 'extend', targets: ['pause'], ...given })
}

/** The timeline of the one cell, read aloud: first day and what holds from then on. */
function read(ledger: Ledger, refined: Partial<Question> = {}): readonly string[] {
  const question = asking('2025-01-01', refined)
  const law = openLaw(ledger, question.known)
  return cellTimeline(law, question, 'Dy', 'metal').map(({ from, status, resumes, floor, beforeEffect }) =>
    resumes === null
      ? `${from} ${status}${beforeEffect ? ' before effect' : ''}`
      : `${from} ${status}: ${resumes} resumes, at least ${floor}`,
  )
}

describe('a suspension (R4, R6, R7)', () => {
  const pause = aSuspension({ inForce: between('2025-11-07', '2025-11-20') })

  test('pauses for its days, the last one included, and the rule revives by itself when that was verified', () => {
    expect(read(when([pause], [aNotice('pauses', '2025-11-07', localDate('2025-11-21'))]))).toEqual([
      '2025-01-01 not-controlled',
      '2025-04-04 licence',
      '2025-11-07 paused',
      '2025-11-21 licence',
    ])
  })

  test('whose first day after lies past the last look leaves the pause ended and not verified', () => {
    expect(read(when([pause], [aNotice('pauses', '2025-11-07', localDate('2025-11-20'))]))).toEqual([
      '2025-01-01 not-controlled',
      '2025-04-04 licence',
      '2025-11-07 paused',
      '2025-11-21 pause-ended: licence resumes, at least not-controlled',
    ])
  })

  test('may begin before its target takes effect, and says so', () => {
    const early = aSuspension({ inForce: between('2025-03-01', '2025-04-20') })
    const announced = aNotice('rules', '2025-02-01')
    const ledger = aLedger({
      instruments: [baseline, announced, aNotice('pauses', '2025-03-01')],
      provisions: [rule, early],
    })
    expect(read(ledger)).toEqual([
      '2025-01-01 not-controlled',
      '2025-02-01 announced',
      '2025-03-01 paused before effect',
      '2025-04-21 licence',
    ])
  })

  test('of a whole instrument reaches every clause of it', () => {
    const whole = aSuspension({ targets: ['rules'], inForce: between('2025-11-07') })
    expect(read(when([whole], [aNotice('pauses', '2025-11-07')])).at(-1)).toBe('2025-11-07 paused')
  })

  test('that is itself suspended does not act', () => {
    const held = aProvision({
      key: 'hold',
      instrument: 'holds',
      effect: 'suspend',
      targets: ['pause'],
      inForce: between('2025-11-10', '2025-11-12'),
    })
    expect(read(when([pause, held], [aNotice('pauses', '2025-11-07'), aNotice('holds', '2025-11-10')]))).toEqual([
      '2025-01-01 not-controlled',
      '2025-04-04 licence',
      '2025-11-07 paused',
      '2025-11-10 licence',
      '2025-11-13 paused',
      '2025-11-21 licence',
    ])
  })
})

describe('an extension (R5)', () => {
  const pause = aSuspension({ inForce: between('2025-11-07', '2025-11-20') })
  const pauses = aNotice('pauses', '2025-11-07', localDate('2025-11-15'))

  test('moves the last day, and its own notice may verify the end', () => {
    const longer = anExtension({ inForce: between('2025-11-15', '2025-12-31') })
    expect(read(when([pause, longer], [pauses, aNotice('extensions', '2025-11-15', localDate('2026-01-01'))]))).toEqual(
      ['2025-01-01 not-controlled', '2025-04-04 licence', '2025-11-07 paused', '2026-01-01 licence'],
    )
  })

  test('whose own end nobody looked past leaves the later end unverified', () => {
    const longer = anExtension({ inForce: between('2025-11-15', '2025-12-31') })
    expect(
      read(when([pause, longer], [pauses, aNotice('extensions', '2025-11-15', localDate('2025-12-31'))])).at(-1),
    ).toBe('2026-01-01 pause-ended: licence resumes, at least not-controlled')
  })

  test('that comes late leaves the days between as they were', () => {
    const late = anExtension({ inForce: between('2025-11-25', '2025-12-31') })
    expect(
      read(when([pause, late], [aNotice('pauses', '2025-11-07'), aNotice('extensions', '2025-11-25')])).slice(2),
    ).toEqual(['2025-11-07 paused', '2025-11-21 licence', '2025-11-25 paused', '2026-01-01 licence'])
  })

  test('that comes late and dates itself back covers the days between, except for who could not know it yet', () => {
    const backdated = anExtension({ inForce: between('2025-11-21', '2025-12-31') })
    const ledger = when([pause, backdated], [aNotice('pauses', '2025-11-07'), aNotice('extensions', '2025-11-25')])
    expect(read(ledger).slice(2)).toEqual(['2025-11-07 paused', '2026-01-01 licence'])
    expect(read(ledger, { known: localDate('2025-11-24') }).slice(2)).toEqual([
      '2025-11-07 paused',
      '2025-11-21 licence',
    ])
  })

  test('follows another: the one that began last says where the end is', () => {
    const first = anExtension({ inForce: between('2025-11-15', '2025-12-31') })
    const second = anExtension({ key: 'shorter', inForce: between('2025-12-01', '2025-12-10') })
    expect(read(when([pause, first, second], [pauses, aNotice('extensions', '2025-11-15')])).slice(2)).toEqual([
      '2025-11-07 paused',
      '2025-12-11 licence',
    ])
  })

  test('that is repealed gives the old last day back', () => {
    const longer = anExtension({ inForce: between('2025-11-15', '2025-12-31') })
    const repeal = aProvision({
      key: 'undone',
      instrument: 'repeals',
      effect: 'repeal',
      targets: ['longer'],
      inForce: between('2025-12-10'),
    })
    const notices = [pauses, aNotice('extensions', '2025-11-15'), aNotice('repeals', '2025-12-10')]
    expect(read(when([pause, longer, repeal], notices)).slice(2)).toEqual(['2025-11-07 paused', '2025-12-10 licence'])
  })
})

describe('a repeal (R5)', () => {
  const repeal = aProvision({
    key: 'end',
    instrument: 'repeals',
    effect: 'repeal',
    targets: ['rule'],
    inForce: between('2025-09-01'),
  })

  test('has as its first day the first day without the target', () => {
    expect(read(when([repeal], [aNotice('repeals', '2025-08-01')])).slice(1)).toEqual([
      '2025-04-04 licence',
      '2025-09-01 not-controlled',
    ])
  })

  test('of a suspension revives the rule, and its own notice may verify that', () => {
    const pause = aSuspension({ inForce: between('2025-07-01') })
    const onPause = { ...repeal, targets: ['pause'] }
    const stale = aNotice('pauses', '2025-07-01', localDate('2025-07-01'))
    expect(read(when([pause, onPause], [stale, aNotice('repeals', '2025-08-01')])).slice(2)).toEqual([
      '2025-07-01 paused',
      '2025-09-01 licence',
    ])
    const unseen = aNotice('repeals', '2025-08-01', localDate('2025-08-31'))
    expect(read(when([pause, onPause], [stale, unseen])).at(-1)).toBe(
      '2025-09-01 pause-ended: licence resumes, at least not-controlled',
    )
  })
})

describe('an exemption (R5)', () => {
  const exemption = aProvision({
    key: 'free',
    instrument: 'exemptions',
    effect: 'exempt',
    destinations: { only: ['JP'], except: [] },
    inForce: between('2025-06-01', '2025-06-30'),
  })
  const notice = aNotice('exemptions', '2025-06-01')

  test('takes its goods out for its days and its destinations', () => {
    expect(read(when([exemption], [notice]), { to: 'JP' }).slice(1)).toEqual([
      '2025-04-04 licence',
      '2025-06-01 not-controlled',
      '2025-07-01 licence',
    ])
    expect(read(when([exemption], [notice]), { to: 'US' }).slice(1)).toEqual(['2025-04-04 licence'])
  })

  test('of named goods changes no status, and one of another jurisdiction neither', () => {
    const named = { ...exemption, coverage: 'named' as const }
    expect(read(when([named], [notice]), { to: 'JP' }).slice(1)).toEqual(['2025-04-04 licence'])
    const ofMalaysia = { ...exemption, route: 're-export' as const }
    const passedOn = { ...rule, route: 're-export' as const }
    const abroad = aLedger({
      instruments: [baseline, rules, { ...notice, jurisdiction: 'MY' }],
      provisions: [passedOn, ofMalaysia],
    })
    expect(read(abroad, { to: 'JP', route: 're-export' }).slice(1)).toEqual(['2025-04-04 licence'])
  })
})

describe('a rule on controlled items (R2, R9)', () => {
  const ban = aProvision({
    key: 'ban',
    instrument: 'bans',
    effect: 'prohibit',
    materials: ['controlled-items'],
    forms: ['any'],
    destinations: { only: ['US'], except: [] },
    endUse: 'military',
    inForce: between('2025-01-10'),
  })
  const bans = aNotice('bans', '2025-01-10')
  const toTheArsenal = { to: 'US', use: 'military' } as const

  test('reaches goods from the day on which an item rule in force controls them', () => {
    const announced = aNotice('rules', '2025-03-01')
    const ledger = aLedger({ instruments: [baseline, announced, bans], provisions: [rule, ban] })
    expect(read(ledger, toTheArsenal)).toEqual([
      '2025-01-01 not-controlled',
      '2025-03-01 announced',
      '2025-04-04 prohibited',
    ])
    expect(read(ledger, { to: 'US' }).at(-1)).toBe('2025-04-04 licence')
  })

  test('on re-exports leans on what the export route controls, out of its own jurisdiction', () => {
    const passedOn = { ...ban, route: 're-export' as const }
    const asked = { ...toTheArsenal, route: 're-export' as const, from: 'DE' }
    expect(read(when([passedOn], [bans]), asked).at(-1)).toBe('2025-04-04 prohibited')
    expect(read(when([passedOn], [{ ...bans, jurisdiction: 'MY' }]), asked)).toEqual(['2025-01-01 not-controlled'])
  })

  test('that is itself paused stays paused, however little its item rules are verified', () => {
    const passedOn = { ...ban, route: 're-export' as const }
    const pause = aSuspension({ inForce: between('2025-05-01', '2025-05-10') })
    const banPaused = aSuspension({ key: 'ban-paused', targets: ['ban'], inForce: between('2025-05-01') })
    const stale = aNotice('pauses', '2025-05-01', localDate('2025-05-01'))
    const asked = { ...toTheArsenal, route: 're-export' as const }
    expect(read(when([passedOn, pause, banPaused], [bans, stale]), asked)).toEqual([
      '2025-01-01 not-controlled',
      '2025-04-04 prohibited',
      '2025-05-01 not-controlled',
      '2025-05-11 paused',
    ])
  })

  test('is as firm as the firmest item rule that it leans on', () => {
    const pause = aSuspension({ inForce: between('2025-11-07', '2025-11-20') })
    const stale = aNotice('pauses', '2025-11-07', localDate('2025-11-07'))
    expect(read(when([ban, pause], [bans, stale]), toTheArsenal).at(-1)).toBe(
      '2025-11-21 pause-ended: prohibited resumes, at least not-controlled',
    )
    const second = aProvision({ key: 'second', instrument: 'rules', inForce: between('2025-04-04') })
    expect(read(when([ban, pause, second], [bans, stale]), toTheArsenal).slice(1)).toEqual(['2025-04-04 prohibited'])
  })
})

describe('a rule on listed parties (R2)', () => {
  const listed = aProvision({
    key: 'list',
    instrument: 'lists',
    effect: 'prohibit',
    destinations: { only: ['DE'], except: [] },
    endUse: 'listed-party',
    partyList: 'lists',
    inForce: between('2025-01-10'),
  })
  const lists = aNotice('lists', '2025-01-10')
  const parties = [
    aParty({
      key: 'acme',
      country: 'US',
      instrument: 'lists',
      listedOn: localDate('2025-05-01'),
      delistedOn: localDate('2025-06-01'),
    }),
    aParty({ key: 'other', country: 'US', instrument: 'rules', listedOn: localDate('2025-05-01') }),
  ]
  const ledger = when([listed], [lists], { parties })

  test('binds on the days of the listing, whatever the destination, and not on the day of delisting', () => {
    expect(read(ledger, { party: 'acme', to: 'FR' }).slice(1)).toEqual([
      '2025-04-04 licence',
      '2025-05-01 prohibited',
      '2025-06-01 licence',
    ])
  })

  test('asks for its own list, unless it names none', () => {
    expect(read(ledger, { party: 'other' }).slice(1)).toEqual(['2025-04-04 licence'])
    const anyList = when([{ ...listed, partyList: null }], [lists], { parties })
    expect(read(anyList, { party: 'other' }).slice(1)).toEqual(['2025-04-04 licence', '2025-05-01 prohibited'])
  })

  test('does not count a listing that binds nobody, or that nobody could know', () => {
    const anyList = { ...listed, partyList: null }
    const statement = when([anyList], [lists, { ...aNotice('news', '2025-01-01'), binding: 'statement' }], {
      parties: [aParty({ key: 'acme', instrument: 'news' })],
    })
    expect(read(statement, { party: 'acme' }).slice(1)).toEqual(['2025-04-04 licence'])
    const later = when([anyList], [lists, aNotice('later', '2025-08-01')], {
      parties: [aParty({ key: 'acme', instrument: 'later' })],
    })
    expect(read(later, { party: 'acme', known: localDate('2025-07-31') }).slice(1)).toEqual(['2025-04-04 licence'])
  })
})

describe('destinations (R2)', () => {
  const only = aProvision({ ...rule, destinations: { only: ['US'], except: [] } })
  const except = aProvision({ ...rule, destinations: { only: null, except: ['US'] } })
  const read1 = (provision: Provision, refined: Partial<Question>) =>
    read(aLedger({ instruments: [baseline, rules], provisions: [provision], parties: [aParty()] }), refined).at(-1)

  test('"only" never matches any destination, and "except" does not exclude it', () => {
    expect(read1(only, {})).toBe('2025-01-01 not-controlled')
    expect(read1(only, { to: 'US' })).toBe('2025-04-04 licence')
    expect(read1(except, {})).toBe('2025-04-04 licence')
    expect(read1(except, { to: 'US' })).toBe('2025-01-01 not-controlled')
  })

  test('a named party stands for its country where no destination is named', () => {
    expect(read1(only, { party: 'party' })).toBe('2025-04-04 licence')
    expect(read1(only, { party: 'party', to: 'JP' })).toBe('2025-01-01 not-controlled')
  })
})

describe('the state of a text (R3)', () => {
  test('that dates itself back holds from its own first day, unless nobody could know it', () => {
    const backdated = aLedger({
      instruments: [baseline, aNotice('rules', '2025-05-01')],
      provisions: [rule],
    })
    expect(read(backdated)).toEqual(['2025-01-01 not-controlled', '2025-04-04 licence'])
    expect(read(backdated, { known: localDate('2025-04-30') })).toEqual(['2025-01-01 not-controlled'])
  })

  test('that states a last day holds through it', () => {
    const brief = aProvision({ ...rule, inForce: between('2025-04-04', '2025-04-10') })
    expect(read(aLedger({ instruments: [baseline, rules], provisions: [brief] }))).toEqual([
      '2025-01-01 not-controlled',
      '2025-04-04 licence',
      '2025-04-11 not-controlled',
    ])
  })
})

describe('the rank of states (R8, R10)', () => {
  const lines = (...provisions: readonly Partial<Provision>[]) =>
    aLedger({
      provisions: provisions.map((given, number) => aProvision({ key: `line-${number}`, ...given })),
    })
  const answer = (ledger: Ledger) => resolveCell(openLaw(ledger, null), asking('2025-06-01'), 'Dy', 'metal')

  test('is prohibited, refused in principle, licence', () => {
    const licence = {}
    const refused = { effect: 'prohibit', inPrinciple: true } as const
    const prohibited = { effect: 'prohibit' } as const
    expect(answer(lines(licence)).status).toBe('licence')
    expect(answer(lines(licence, refused)).status).toBe('refused')
    expect(answer(lines(prohibited, licence, refused)).status).toBe('prohibited')
    expect(answer(lines(prohibited, licence, refused)).lines.map((line) => line.gives)).toEqual([
      'prohibited',
      'refused',
      'licence',
    ])
  })

  test('says "listed goods only", and how many lines, when every line names its goods', () => {
    const named = { coverage: 'named' } as const
    expect(answer(lines(named, named))).toMatchObject({ coverage: 'named', namedLines: 2 })
    expect(answer(lines(named, {}))).toMatchObject({ coverage: 'whole' })
    const over = { inForce: between('2025-01-01', '2025-05-31') }
    expect(answer(lines(named, over))).toMatchObject({ coverage: 'named', namedLines: 1 })
  })
})
