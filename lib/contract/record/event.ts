import * as z from 'zod'
import { endsBeforeItBegins } from '@/lib/ledger/rules/order-of-days'
import { CONFIDENCES, EVENT_KINDS, EVENT_STATES, PRECISIONS } from '@/lib/ledger/vocabulary'
import { say } from '../words/catalogue'
import { blame, date, dateOrNull, fits, jurisdiction, key, list, oneOf, sources, text } from './fields'
import { quoted } from './quoted'

export const eventFields = {
  key,
  startsOn: date,
  endsOn: dateOrNull,
  precision: oneOf(PRECISIONS),
  title: text,
  summary: text,
  kind: oneOf(EVENT_KINDS),
  jurisdictions: list(jurisdiction, { min: 1 }),
  regimes: list(key),
  instruments: list(key),
  status: oneOf(EVENT_STATES),
  confidence: oneOf(CONFIDENCES),
  sources,
}

export const eventJson = z.strictObject(eventFields).superRefine((event, context) => {
  const { startsOn, endsOn, precision } = event
  if (!fits(startsOn, precision)) {
    blame(context, 'startsOn', say('record.event.precision', { value: quoted(startsOn), precision }))
  }
  if (endsBeforeItBegins(startsOn, endsOn)) {
    blame(context, 'endsOn', say('record.event.ends', { endsOn: endsOn ?? '', startsOn }))
  }
})
