import type { Kind } from '@/lib/ledger/change'
import { FORM_FAMILIES, GROUPS, MATERIAL_KINDS } from '@/lib/ledger/vocabulary'
import type { formFields, materialFields } from '../../record/material'
import { citations, type Written } from './citations'
import { instrument, party, provision, regime } from './law'
import { claim, event, indicator, source } from './testimony'
import { choice, figure, long, orNone, picked, short, text, texts, ticked, type Widget, yesNo, zh } from './widget'

const material: Written<typeof materialFields> = {
  key: short,
  kind: choice(MATERIAL_KINDS),
  rareEarth: yesNo,
  symbol: orNone(short),
  atomicNumber: orNone(figure),
  nameEn: text,
  nameZh: zh(text),
  group: orNone(choice(GROUPS)),
  groupNote: orNone(text),
  components: picked('material'),
  forms: ticked('form'),
  uses: orNone(long),
  critical: texts,
  aliases: texts,
  sources: citations,
}

const form: Written<typeof formFields> = {
  key: text,
  nameEn: text,
  nameZh: zh(text),
  family: choice(FORM_FAMILIES),
  order: figure,
}

export type Widgets = { readonly [field: string]: Widget }

/** How the form of each kind of record is written, field by field in the order of the files. */
export const WIDGETS: { readonly [kind in Kind]: Widgets } = {
  material,
  form,
  regime,
  instrument,
  provision,
  party,
  source,
  event,
  claim,
  indicator,
}
