import {
  ASSERTED_END_USES,
  ASSERTED_ROUTES,
  ASSERTED_STATUSES,
  CONFIDENCES,
  EVENT_KINDS,
  EVENT_STATES,
  PRECISIONS,
  READINGS,
  SOURCE_KINDS,
  VERDICTS,
} from '@/lib/ledger/vocabulary'
import type { claimFields } from '../../record/claim'
import type { eventFields } from '../../record/event'
import type { indicatorFields } from '../../record/indicator'
import type { sourceFields } from '../../record/party'
import { citations, type Written } from './citations'
import {
  choice,
  date,
  day,
  everyOr,
  figure,
  group,
  long,
  oneOf,
  orNone,
  picked,
  rows,
  short,
  text,
  texts,
  ticked,
  yesNo,
} from './widget'

export const source: Written<typeof sourceFields> = {
  key: text,
  title: text,
  publisher: text,
  url: orNone(text),
  publishedOn: orNone(date),
  language: short,
  kind: choice(SOURCE_KINDS),
  read: choice(READINGS),
  note: orNone(long),
  article: orNone(text),
}

export const event: Written<typeof eventFields> = {
  key: text,
  startsOn: date,
  endsOn: orNone(date),
  precision: choice(PRECISIONS, 'day'),
  title: text,
  summary: long,
  kind: choice(EVENT_KINDS),
  jurisdictions: picked('jurisdiction'),
  regimes: ticked('regime'),
  instruments: picked('instrument'),
  status: choice(EVENT_STATES),
  confidence: choice(CONFIDENCES),
  sources: citations,
}

const assertion = rows('assertion', {
  materials: everyOr(['all', 'all-rare-earths'], 'material'),
  forms: everyOr(['all'], 'form'),
  destinations: everyOr(['all'], 'country'),
  endUse: choice(ASSERTED_END_USES, 'any'),
  route: choice(ASSERTED_ROUTES, 'export'),
  status: choice(ASSERTED_STATUSES),
  from: orNone(day),
  to: orNone(day),
})

export const claim: Written<typeof claimFields> = {
  key: text,
  saidOn: date,
  precision: choice(PRECISIONS, 'day'),
  speaker: group('speaker', { name: text, role: text, outlet: text, type: text }),
  statement: long,
  quote: orNone(text),
  asserts: assertion,
  assessment: group('assessment', { verdict: choice(VERDICTS), reason: long, assessedOn: day, sources: citations }),
  tags: texts,
  sources: citations,
}

const point = rows('point', {
  period: short,
  value: figure,
  low: orNone(figure),
  high: orNone(figure),
  estimated: yesNo,
  note: orNone(text),
  source: oneOf('source'),
})

export const indicator: Written<typeof indicatorFields> = {
  key: text,
  title: text,
  unit: short,
  geography: text,
  frequency: short,
  materials: ticked('material'),
  points: point,
  notes: orNone(long),
}
