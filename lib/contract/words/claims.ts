import type { ClaimReading } from '@/lib/ledger/claim-reading'
import type { Gap } from '@/lib/ledger/gap'
import { lastStep } from '@/lib/ledger/gap'
import type { LocalDate } from '@/lib/ledger/interval'
import type { Material } from '@/lib/ledger/record'
import type { Assertion } from '@/lib/ledger/testimony'
import type { VerdictWord } from '@/lib/ledger/verdict'
import { say } from './catalogue'
import type { Kinds } from './claims-counts'
import { countriesInWords } from './country-names'
import { dayInWords } from './day'
import { listed, sentences } from './list'

/** The six words, from what the law bears out to what it cannot be asked. */
export const VERDICT_WORDS: readonly VerdictWord[] = [
  'supported',
  'partly',
  'contradicted',
  'not-yet',
  'overtaken',
  'untestable',
]

/** The sides that have a word, and by which the style sheet can filter. */
export const SIDES = ['china-government', 'us-government', 'eu-government', 'analyst', 'media'] as const

/** For whom a speaker speaks; a side that has no word yet is told as the record names it. */
export function sideInWords(type: string): string {
  const known = SIDES.find((side) => side === type)
  return known === undefined ? type : say(`claims.side.${known}`)
}

/** Each side once: governments first, that of the exporting country before others, then whoever has no word yet. */
export function sidesInOrder(types: readonly string[]): readonly string[] {
  const known: readonly string[] = SIDES
  return [...known.filter((side) => types.includes(side)), ...new Set(types.filter((type) => !known.includes(type)))]
}

/** Why there is no verdict of the day a claim was said, or of the day asked. */
export function noVerdictInWords({ said, gap }: ClaimReading): string {
  return gap === null ? say('claims.noneOpen', { day: dayInWords(said) }) : say('claims.noneBefore')
}

type GapOf = Pick<ClaimReading, 'gap' | 'onDay'>

/** The gap in a few words, for a table: `no instrument on file after 55 days`. */
export function gapInShort({ gap, onDay }: GapOf, instruments: (keys: readonly string[]) => string): string {
  if (gap === null) return say(onDay?.word === 'untestable' ? 'claims.gap.untestable' : 'claims.gap.open')
  const step = lastStep(gap)
  switch (gap.word) {
    case 'already':
      return gap.alreadyBy.length === 0
        ? say('claims.gap.alreadyOpen')
        : say('claims.gap.already', { instruments: instruments(gap.alreadyBy) })
    case 'given':
    case 'part':
      return say(`claims.gap.${gap.word}`, { days: step?.days ?? 0, instruments: instruments(step?.instruments ?? []) })
    case 'none':
      return gap.past ? say('claims.gap.past') : say('claims.gap.none', { days: gap.waited })
    default:
      return say(`claims.gap.${gap.word}`)
  }
}

/** The gap as whole sentences, counted to the day asked. */
export function gapInWords(
  { gap, onDay }: GapOf,
  on: LocalDate,
  instruments: (keys: readonly string[]) => string,
): string {
  const day = dayInWords(on)
  if (gap === null)
    return onDay?.word === 'untestable' ? say('claims.clock.untestable') : say('claims.clock.open', { day })
  const said = dayInWords(gap.said)
  const unclear = gap.unclear === 0 ? null : say('claims.clock.unclear', { count: gap.unclear, day })
  const already = gap.already === 0 ? null : say('claims.clock.noneAlready', { already: gap.already })
  const counted = { total: gap.cells, outstanding: gap.outstanding }
  switch (gap.word) {
    case 'already':
      return gap.alreadyBy.length === 0
        ? say('claims.clock.alreadyOpen', { said })
        : say('claims.clock.already', { said, instruments: instruments(gap.alreadyBy) })
    case 'given':
      return say('claims.clock.given', stepValues(gap, instruments))
    case 'part':
      return sentences(say('claims.clock.part', { ...stepValues(gap, instruments), ...counted, day }), already, unclear)
    case 'none':
      return gap.past
        ? say('claims.clock.past', counted)
        : sentences(say('claims.clock.none', { days: gap.waited, said, day, ...counted }), already, unclear)
    default:
      return say(`claims.clock.${gap.word}`, { said })
  }
}

function stepValues(gap: Gap, instruments: (keys: readonly string[]) => string) {
  const step = lastStep(gap)
  const cells = gap.steps.reduce((sum, one) => sum + one.cells, 0)
  const [issued, from] = [step?.on ?? gap.said, step?.from ?? gap.said]
  return {
    days: step?.days ?? 0,
    issued: dayInWords(issued),
    from: dayInWords(from),
    instruments: instruments(step?.instruments ?? []),
    cells,
  }
}

/** What one assertion says, as a sentence. */
export function assertionInWords(assertion: Assertion, names: AssertedNames): string {
  const { materials, forms, destinations, endUse, route, status, from, to } = assertion
  return say('claims.assert.sentence', {
    materials:
      materials === 'all'
        ? say('claims.assert.all')
        : materials === 'all-rare-earths'
          ? say('claims.assert.allRareEarths')
          : listed((materials as readonly string[]).map(names.material)),
    forms: forms === 'all' ? say('claims.assert.allForms') : listed((forms as readonly string[]).map(names.form)),
    status: say(`claims.assert.${status}`),
    route: say(`claims.assert.route.${route}`),
    to:
      destinations === 'all'
        ? say('claims.assert.anywhere')
        : say('claims.assert.to', { countries: countriesInWords(destinations as readonly string[]) }),
    use: say(`claims.assert.${endUse}`),
    days: daysInWords(from, to),
  })
}

/** What materials and forms are called, by their keys. */
export type AssertedNames = {
  readonly material: (key: string) => string
  readonly form: (key: string) => string
}

function daysInWords(from: LocalDate | null, to: LocalDate | null): string {
  const days = { from: from === null ? '' : dayInWords(from), to: to === null ? '' : dayInWords(to) }
  if (from !== null) return say(to === null ? 'claims.assert.days.from' : 'claims.assert.days.range', days)
  return say(to === null ? 'claims.assert.days.always' : 'claims.assert.days.to', days)
}

/** Whether each material is an element, by key. */
export function kindsOf(materials: readonly Material[]): Kinds {
  return Object.fromEntries(materials.map(({ key, kind }) => [key, kind === 'element']))
}
