import { type Interval, type LocalDate, localDate, nextDay, shiftDays } from '@/lib/ledger/interval'
import { plainQuestion, type Question } from '@/lib/ledger/question'
import type { Form, Instrument, Ledger, Material, Party, Provision, Regime } from '@/lib/ledger/record'

/** The first day of the small worlds that tests are told in. */
export const FIRST_DAY = localDate('2025-01-01')

/** Day `number` of a small world, counted from 0. */
export function day(number: number): LocalDate {
  return shiftDays(FIRST_DAY, number)
}

/** The days from `first` to `last`, both inclusive. */
export function days(first: LocalDate, last: LocalDate): LocalDate[] {
  const all: LocalDate[] = []
  for (let on = first; on <= last; on = nextDay(on)) all.push(on)
  return all
}

/** From the first to the last day of effect, both inclusive as a gazette prints them; no last day, no end. */
export function between(first: string, last: string | null = null): Interval {
  return { from: localDate(first), to: last === null ? null : nextDay(localDate(last)) }
}

/** A question on a day, with what matters refined. */
export function asking(on: string, refined: Partial<Question> = {}): Question {
  return { ...plainQuestion(localDate(on)), ...refined }
}

export function aMaterial(given: Partial<Material> = {}): Material {
  return {
    key: 'Dy',
    kind: 'element',
    rareEarth: true,
    symbol: null,
    atomicNumber: null,
    nameEn: 'Material',
    nameZh: '材料',
    group: null,
    groupNote: null,
    components: [],
    forms: ['metal'],
    uses: null,
    critical: [],
    aliases: [],
    sources: [],
    ...given,
  }
}

export function aForm(given: Partial<Form> = {}): Form {
  return { key: 'metal', nameEn: 'Form', nameZh: '形态', family: 'basic', order: 1, ...given }
}

export function aRegime(given: Partial<Regime> = {}): Regime {
  return {
    key: 'regime',
    nameEn: 'Regime',
    shortName: 'Regime',
    jurisdiction: 'CN',
    summary: '',
    startsOn: FIRST_DAY,
    order: 1,
    sources: [],
    ...given,
  }
}

export function anInstrument(given: Partial<Instrument> = {}): Instrument {
  return {
    key: 'notice',
    regime: 'regime',
    jurisdiction: 'CN',
    authorities: [],
    number: null,
    titleEn: 'Notice',
    titleZh: null,
    issuedOn: FIRST_DAY,
    binding: 'law',
    summary: '',
    conditions: [],
    officialUrl: null,
    verifiedThrough: localDate('2030-12-31'),
    verificationNote: null,
    disputes: [],
    sources: [],
    ...given,
  }
}

/** A licence for everything called `Dy` in metal, for good; say what differs. */
export function aProvision(given: Partial<Provision> = {}): Provision {
  const acts = given.effect === 'suspend' || given.effect === 'extend' || given.effect === 'repeal'
  return {
    key: 'clause',
    instrument: 'notice',
    clause: '1',
    effect: 'licence',
    inPrinciple: false,
    inForce: { from: FIRST_DAY, to: null },
    lastDayReading: null,
    targets: [],
    materials: acts ? [] : ['Dy'],
    forms: acts ? ['any'] : ['metal'],
    coverage: 'whole',
    item: '',
    hsCodes: [],
    hsEvidence: 'none',
    destinations: { only: null, except: [] },
    endUse: 'any',
    partyList: null,
    route: 'export',
    deMinimis: null,
    conditions: [],
    evidence: 'text',
    confidence: 'high',
    note: null,
    sources: [],
    ...given,
  }
}

export function aParty(given: Partial<Party> = {}): Party {
  return {
    key: 'party',
    nameEn: 'Party',
    nameZh: null,
    country: 'US',
    instrument: 'notice',
    list: 'control-list',
    listedOn: FIRST_DAY,
    delistedOn: null,
    sources: [],
    ...given,
  }
}

/** One material in one form under one notice; say what differs. */
export function aLedger(given: Partial<Ledger> = {}): Ledger {
  return {
    materials: [aMaterial()],
    forms: [aForm()],
    regimes: [aRegime()],
    instruments: [anInstrument()],
    provisions: [],
    parties: [],
    ...given,
  }
}
