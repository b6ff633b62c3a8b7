import { ANY_FORM, CONTROLLED_ITEMS } from '@/lib/ledger/record'
import {
  BINDINGS,
  CONFIDENCES,
  COVERAGES,
  EFFECTS,
  END_USES,
  EVIDENCES,
  HS_EVIDENCES,
  LAST_DAY_READINGS,
  PARTY_LISTS,
  ROUTES,
} from '@/lib/ledger/vocabulary'
import type { instrumentFields, regimeFields } from '../../record/instrument'
import type { partyFields } from '../../record/party'
import type { provisionFields } from '../../record/provision'
import { citations, type Written } from './citations'
import {
  choice,
  codes,
  date,
  day,
  figure,
  group,
  lastDay,
  long,
  oneOf,
  orNone,
  picked,
  rows,
  share,
  short,
  text,
  texts,
  ticked,
  yesNo,
  zh,
} from './widget'

export const regime: Written<typeof regimeFields> = {
  key: text,
  nameEn: text,
  shortName: text,
  jurisdiction: oneOf('jurisdiction'),
  summary: long,
  startsOn: date,
  order: figure,
  sources: citations,
}

export const instrument: Written<typeof instrumentFields> = {
  key: text,
  regime: oneOf('regime'),
  jurisdiction: oneOf('jurisdiction'),
  authorities: texts,
  number: orNone(text),
  titleEn: text,
  titleZh: zh(orNone(text)),
  issuedOn: day,
  binding: choice(BINDINGS),
  summary: long,
  conditions: texts,
  officialUrl: orNone(text),
  verifiedThrough: day,
  verificationNote: orNone(long),
  disputes: rows('dispute', { id: short, text: long }),
  sources: citations,
}

export const provision: Written<typeof provisionFields> = {
  key: text,
  instrument: oneOf('instrument'),
  clause: text,
  effect: choice(EFFECTS),
  inPrinciple: yesNo,
  effectiveFrom: day,
  lastDay,
  lastDayReading: orNone(choice(LAST_DAY_READINGS)),
  targets: picked('instrument-or-provision'),
  materials: ticked('material', CONTROLLED_ITEMS),
  forms: ticked('form', ANY_FORM, [ANY_FORM]),
  coverage: choice(COVERAGES, 'whole'),
  item: long,
  hsCodes: codes,
  hsEvidence: choice(HS_EVIDENCES, 'none'),
  destinations: group('destinations', { only: orNone(picked('country')), except: picked('country') }),
  endUse: choice(END_USES, 'any'),
  partyList: orNone(oneOf('instrument')),
  route: choice(ROUTES, 'export'),
  deMinimis: share,
  conditions: texts,
  evidence: choice(EVIDENCES),
  confidence: choice(CONFIDENCES),
  note: orNone(long),
  sources: citations,
}

export const party: Written<typeof partyFields> = {
  key: text,
  nameEn: text,
  nameZh: zh(orNone(text)),
  country: orNone(oneOf('jurisdiction')),
  instrument: oneOf('instrument'),
  list: choice(PARTY_LISTS),
  listedOn: day,
  delistedOn: orNone(day),
  sources: citations,
}
