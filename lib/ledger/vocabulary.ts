import type {
  Confidence,
  Coverage,
  Effect,
  EndUse,
  Evidence,
  FormFamily,
  Group,
  HsEvidence,
  Instrument,
  LastDayReading,
  MaterialKind,
  PartyListKind,
  Route,
} from './record'
import type { RevisionKind } from './revision'
import type { Assertion, Claim, Event, Precision, Source, SourceKind } from './testimony'

/** Every word of a union, once: a word that is missing here, or is no word of it, does not compile. */
function words<Word extends string>(all: { readonly [word in Word]: true }): readonly [Word, ...Word[]] {
  return Object.keys(all) as [Word, ...Word[]]
}

export const MATERIAL_KINDS = words<MaterialKind>({
  element: true,
  product: true,
  equipment: true,
  technology: true,
  mineral: true,
})
export const GROUPS = words<Group>({ light: true, medium: true, heavy: true })
export const FORM_FAMILIES = words<FormFamily>({
  basic: true,
  magnet: true,
  functional: true,
  equipment: true,
  technology: true,
  other: true,
})
export const BINDINGS = words<Instrument['binding']>({ law: true, statement: true })
export const EFFECTS = words<Effect>({
  licence: true,
  prohibit: true,
  suspend: true,
  extend: true,
  repeal: true,
  exempt: true,
})
export const LAST_DAY_READINGS = words<LastDayReading>({ stated: true, 'assumed-inclusive': true })
export const COVERAGES = words<Coverage>({ whole: true, named: true })
export const HS_EVIDENCES = words<HsEvidence>({ printed: true, inferred: true, none: true })
export const END_USES = words<EndUse>({ any: true, military: true, 'listed-party': true })
export const ROUTES = words<Route>({ export: true, 're-export': true, 'foreign-made': true, assistance: true })
export const EVIDENCES = words<Evidence>({ text: true, extract: true, structure: true, unverified: true })
export const CONFIDENCES = words<Confidence>({ high: true, medium: true, low: true })
export const PARTY_LISTS = words<PartyListKind>({
  'control-list': true,
  'watch-list': true,
  'unreliable-entity-list': true,
})
export const SOURCE_KINDS = words<SourceKind>({
  'primary-legal': true,
  'official-statement': true,
  'law-firm': true,
  news: true,
  analysis: true,
  dataset: true,
})
export const READINGS = words<Source['read']>({ 'in-full': true, 'in-part': true, 'quoted-by-others': true })
export const PRECISIONS = words<Precision>({ day: true, month: true, year: true })
export const EVENT_KINDS = words<Event['kind']>({
  summit: true,
  talks: true,
  statement: true,
  tariff: true,
  licensing: true,
  investment: true,
  listing: true,
  deadline: true,
  other: true,
})
export const EVENT_STATES = words<Event['status']>({ occurred: true, scheduled: true, reported: true })
export const VERDICTS = words<Claim['assessment']['verdict']>({
  confirmed: true,
  partly: true,
  contradicted: true,
  unverifiable: true,
})
export const ASSERTED_END_USES = words<Assertion['endUse']>({ any: true, military: true })
export const ASSERTED_ROUTES = words<Assertion['route']>({ export: true, 're-export': true, 'foreign-made': true })
export const ASSERTED_STATUSES = words<Assertion['status']>({
  open: true,
  licence: true,
  suspended: true,
  prohibited: true,
})
export const REVISION_KINDS = words<RevisionKind>({
  law: true,
  correction: true,
  addition: true,
  wording: true,
  verification: true,
})
