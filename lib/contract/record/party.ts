import * as z from 'zod'
import { leavesBeforeListed } from '@/lib/ledger/rules/order-of-days'
import { PARTY_LISTS, READINGS, SOURCE_KINDS } from '@/lib/ledger/vocabulary'
import { say } from '../words/catalogue'
import {
  blame,
  dateOrNull,
  day,
  dayOrNull,
  jurisdiction,
  key,
  oneOf,
  sources,
  text,
  textOrNull,
  urlOrNull,
} from './fields'
import { quoted } from './quoted'

export const partyFields = {
  key,
  nameEn: text,
  nameZh: textOrNull,
  country: z.nullable(jurisdiction),
  instrument: key,
  list: oneOf(PARTY_LISTS),
  listedOn: day,
  delistedOn: dayOrNull,
  sources,
}

export const partyJson = z.strictObject(partyFields).superRefine((party, context) => {
  if (leavesBeforeListed(party)) {
    const { listedOn, delistedOn } = party
    blame(context, 'delistedOn', say('record.party.delisted', { delistedOn: delistedOn ?? '', listedOn }))
  }
})

const language = z.string().refine((code) => /^[a-z]{2}$/.test(code), {
  error: ({ input }) => say('record.field.language', { value: quoted(input) }),
})

export const sourceFields = {
  key,
  title: text,
  publisher: text,
  url: urlOrNull,
  publishedOn: dateOrNull,
  language,
  kind: oneOf(SOURCE_KINDS),
  read: oneOf(READINGS),
  note: textOrNull,
  article: textOrNull,
}

export const sourceJson = z.strictObject(sourceFields)
