import * as z from 'zod'
import { endsBeforeItBegins } from '@/lib/ledger/rules/order-of-days'
import { BINDINGS } from '@/lib/ledger/vocabulary'
import { say } from '../words/catalogue'
import { blame, date, day, jurisdiction, key, list, oneOf, sources, text, textOrNull, urlOrNull, whole } from './fields'
import { quoted } from './quoted'

export const regimeFields = {
  key,
  nameEn: text,
  shortName: text,
  jurisdiction,
  summary: text,
  startsOn: date,
  order: whole,
  sources,
}

export const regimeJson = z.strictObject(regimeFields)

const disputeId = z.string().refine((id) => /^D\d+$/.test(id), {
  error: ({ input }) => say('record.instrument.disputeId', { value: quoted(input) }),
})

export const instrumentFields = {
  key,
  regime: key,
  jurisdiction,
  authorities: list(text),
  number: textOrNull,
  titleEn: text,
  titleZh: textOrNull,
  issuedOn: day,
  binding: oneOf(BINDINGS),
  summary: text,
  conditions: list(text),
  officialUrl: urlOrNull,
  verifiedThrough: day,
  verificationNote: textOrNull,
  disputes: list(z.strictObject({ id: disputeId, text })),
  sources,
}

export const instrumentJson = z.strictObject(instrumentFields).superRefine((instrument, context) => {
  const { issuedOn: issued, verifiedThrough: verified } = instrument
  if (endsBeforeItBegins(issued, verified))
    blame(context, 'verifiedThrough', say('record.instrument.verified', { verified, issued }))
})
