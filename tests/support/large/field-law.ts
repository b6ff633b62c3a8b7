import { daysBetween, earlier, type LocalDate, later, localDate, shiftDays } from '@/lib/ledger/interval'
import type { Instrument, Material, Party, Provision } from '@/lib/ledger/record'
import { ANY_FORM, CONTROLLED_ITEMS } from '@/lib/ledger/record'
import { byIssue, type Field, regimeKeyOf, SIZE } from './field-shape'
import { capital, wordOf } from './names'
import type { Template } from './templates'

/** The real record covers the days from its first instrument on, and nothing beside it was issued earlier. */
const FIRST_ISSUE = localDate('2020-10-17')
const LAST_ISSUE = localDate('2026-09-30')

/** An item code as control lists print it. */
const ITEM_CODE = /^\d[A-Z]\d{3}/

/** The instruments of a field, the lines that stand in them and the parties that they list. */
export function instrumentsOf(field: Field): {
  readonly instruments: readonly Instrument[]
  readonly provisions: readonly Provision[]
  readonly parties: readonly Party[]
} {
  const drawn = field.dice.some(field.templates.instruments, SIZE.instruments)
  const written = drawn.map((one, at) => ({ ...one, now: instrumentLike(field, one.instrument, at + 1) }))
  const instruments = byIssue(written.map(({ now }) => now))
  const provisions = written.flatMap(({ lines, instrument, now }) =>
    lines.map((line, at) => lineLike(field, line, { was: instrument.real, now, place: at + 1 })),
  )
  const parties = written.flatMap(({ parties: listed, instrument, now }) =>
    listed.map((party, at) => partyLike(field, party, { was: instrument.real, now, place: at + 1 })),
  )
  return { instruments, provisions: [...provisions, ...exemptionsOf(field, provisions)], parties }
}

type Place = { readonly was: Instrument; readonly now: Instrument; readonly place: number }

function instrumentLike(field: Field, { real, written }: Template<Instrument>, place: number): Instrument {
  const own = written(field.names)
  const issuedOn = earlier(later(shiftDays(real.issuedOn, -field.dice.between(0, 500)), FIRST_ISSUE), LAST_ISSUE)
  return {
    ...own,
    key: `${real.jurisdiction.toLowerCase()}-field-${field.number}-${place}`,
    regime: regimeKeyOf(field.number),
    number: real.number === null ? null : `Notice ${field.number}/${place}`,
    officialUrl: null,
    titleEn: `${own.titleEn} (${wordOf(field.number)} ${place})`,
    issuedOn,
    verifiedThrough: later(issuedOn, real.verifiedThrough),
    sources: field.cited(real.sources),
  }
}

function lineLike(field: Field, { real, written }: Template<Provision>, { was, now, place }: Place): Provision {
  const { dice } = field
  const shift = daysBetween(was.issuedOn, now.issuedOn) + dice.between(0, 60)
  const moved = (day: LocalDate) => shiftDays(day, shift)
  const isList = real.materials.includes(CONTROLLED_ITEMS)
  const named = isList ? dice.some(field.materials, dice.between(1, 3)) : real.materials.map(field.materialFor)
  const materials = [...new Set(named)]
  const forms = real.forms.includes(ANY_FORM) ? [ANY_FORM] : formsFor(field, materials, real.forms)
  return {
    ...written(field.names),
    key: `${now.key}-line-${place}`,
    instrument: now.key,
    forms,
    materials: materials.map(({ key }) => key),
    clause: ITEM_CODE.test(real.clause) ? `1C${900 + (place % 90)}.a.${place}` : `${real.clause} (${place})`,
    inForce: { from: moved(real.inForce.from), to: real.inForce.to === null ? null : moved(real.inForce.to) },
    hsCodes: real.hsCodes.map((code) => codeLike(field, code)),
    partyList: real.partyList === null ? null : now.key,
    sources: placed(field.cited(real.sources)),
  }
}

/** One form of each material at least, the line's own form where the material has it. */
function formsFor({ dice }: Field, materials: readonly Material[], wanted: readonly string[]): readonly string[] {
  const chosen = materials.map(({ forms }) => wanted.find((form) => forms.includes(form)) ?? dice.one(forms))
  return [...new Set(chosen)]
}

/** As long, in a chapter of its own: customs codes spread as materials do. */
function codeLike({ number, dice }: Field, code: string): string {
  const digits = `${String(dice.between(10, 97))}${String(number).padStart(4, '0')}${String(dice.between(0, 9_999)).padStart(4, '0')}`
  return digits.slice(0, code.length)
}

/** Goods that a later sentence takes out of a line of the same instrument. */
function exemptionsOf(field: Field, lines: readonly Provision[]): readonly Provision[] {
  const drawn = field.dice.some(
    lines.filter(({ endUse, forms }) => endUse === 'any' && forms[0] !== ANY_FORM),
    SIZE.exemptions,
  )
  return drawn.map((line, at) => ({
    ...line,
    key: `${line.instrument}-exempts-${at + 1}`,
    effect: 'exempt',
    clause: `exception ${at + 1}`,
    coverage: 'named',
    item: `Small quantities: ${line.item}`,
    hsCodes: [],
    hsEvidence: 'none',
    deMinimis: null,
    destinations: { only: field.dice.some(['KR', 'DE', 'JP', 'FR', 'VN'], 2), except: [] },
  }))
}

function partyLike(field: Field, { real, written }: Template<Party>, { was, now, place }: Place): Party {
  const shift = daysBetween(was.issuedOn, now.issuedOn)
  const name = capital(wordOf(field.number * 199 + place))
  return {
    ...written(field.names),
    key: `party-of-${now.key}-${place}`,
    nameEn: `${name} ${real.nameEn}`,
    instrument: now.key,
    listedOn: shiftDays(real.listedOn, shift),
    sources: field.cited(real.sources),
    delistedOn: real.delistedOn === null ? null : shiftDays(real.delistedOn, shift),
  }
}

/** A day that is still to come names the place that gives it. */
export function placed(sources: Provision['sources']): Provision['sources'] {
  return sources.map((citation, at) => (at === 0 ? { ...citation, locator: citation.locator ?? 'para 1' } : citation))
}
