import type { Instrument } from '@/lib/ledger/record'
import type { Assertion, Claim, Event, Indicator, Source, WholeRecord } from '@/lib/ledger/testimony'
import { type Field, SIZE } from './field-shape'
import { wordOf } from './names'
import type { Template } from './templates'

/** What is told beside the law of a field: each statement about some of its own materials or instruments. */
export function besideTheLaw(
  field: Field,
  instruments: readonly Instrument[],
): Pick<WholeRecord, 'sources' | 'events' | 'claims' | 'indicators'> {
  const { dice, templates } = field
  return {
    sources: templates.sources.slice(0, SIZE.sources).map((one, at) => sourceLike(field, one, at)),
    events: dice.some(templates.events, SIZE.events).map((one, at) => eventLike(field, one, at + 1, instruments)),
    claims: dice.some(templates.claims, SIZE.claims).map((one, at) => claimLike(field, one, at + 1, instruments)),
    indicators: dice.some(narrow(templates), SIZE.indicators).map((one, at) => seriesLike(field, one, at + 1)),
  }
}

/** Series of single materials: one of all rare earths is there once, however many materials there are. */
function narrow({ indicators }: Field['templates']): readonly Template<Indicator>[] {
  return indicators.filter(({ real }) => real.materials.length <= WIDEST)
}

/** How many materials a series of a field has at most. */
const WIDEST = 7

function sourceLike({ number, names, sourceFor }: Field, { real, written }: Template<Source>, at: number): Source {
  const own = written(names)
  const title = `${own.title} (${wordOf(number)} ${at})`
  const url = real.url === null ? null : `https://sources.example/${number}/${at}`
  return { ...own, key: sourceFor(real.key), title, url, article: null }
}

function eventLike(field: Field, { real, written }: Template<Event>, at: number, from: readonly Instrument[]): Event {
  const named = field.dice.some(from, real.instruments.length)
  return {
    ...written(field.names),
    key: `event-of-field-${field.number}-${at}`,
    instruments: named.map(({ key }) => key),
    regimes: [...new Set(named.map(({ regime }) => regime))],
    sources: field.cited(real.sources).map((citation) => ({ ...citation, locator: citation.locator ?? 'page 1' })),
  }
}

function claimLike(field: Field, { real, written }: Template<Claim>, at: number, from: readonly Instrument[]): Claim {
  const own = written(field.names)
  const { assessment } = real
  const tags = [
    ...real.tags.filter((tag) => !/^[a-z]{2}-/.test(tag)),
    ...field.dice.some(from, 1).map(({ key }) => key),
  ]
  return {
    ...own,
    key: `claim-of-field-${field.number}-${at}`,
    asserts: real.asserts.map((one) => assertionLike(field, one)),
    assessment: { ...own.assessment, sources: field.cited(assessment.sources) },
    tags,
    sources: field.cited(real.sources),
  }
}

/** What was said of all is said of some here: said of all, it would concern every material of a record of any size. */
function assertionLike({ dice, materials, materialFor }: Field, one: Assertion): Assertion {
  const named =
    typeof one.materials === 'string' ? dice.some(materials, dice.between(1, 7)) : one.materials.map(materialFor)
  return { ...one, materials: [...new Set(named.map(({ key }) => key))] }
}

function seriesLike(field: Field, { real, written }: Template<Indicator>, at: number): Indicator {
  const own = written(field.names)
  return {
    ...own,
    key: `series-of-field-${field.number}-${at}`,
    title: `${own.title} (${wordOf(field.number)} ${at})`,
    materials: [...new Set(real.materials.map((key) => field.materialFor(key).key))],
    points: own.points.map((point, place) => ({
      ...point,
      source: field.sourceFor(real.points[place]?.source ?? point.source),
    })),
  }
}
