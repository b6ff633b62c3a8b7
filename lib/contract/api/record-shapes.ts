import * as z from 'zod'
import type { Kind } from '@/lib/ledger/change'
import { PRECISIONS } from '@/lib/ledger/vocabulary'
import { claimFields } from '../record/claim'
import { eventFields } from '../record/event'
import type { FileName } from '../record/files'
import { indicatorFields } from '../record/indicator'
import { instrumentFields, regimeFields } from '../record/instrument'
import { formFields, materialFields } from '../record/material'
import { partyFields, sourceFields } from '../record/party'
import { provisionFields } from '../record/provision'
import { say } from '../words/catalogue'
import { PERIOD_PRECISIONS } from './precision'

const precision = z.enum(PRECISIONS)

/** The points of a series, each with how exact its period is. */
const points = z.array(
  z.object({ ...indicatorFields.points.element.shape, periodPrecision: z.enum(PERIOD_PRECISIONS) }),
)

/**
 * The records as machines get them: the fields of the record's files, and beside every date that may be a month or a year
 * how exact it is. A last day is inclusive.
 */
export const RECORD_SHAPES = {
  materials: shape('Material', materialFields),
  forms: shape('Form', formFields),
  regimes: shape('Regime', { ...regimeFields, startsOnPrecision: precision }),
  instruments: shape('Instrument', instrumentFields),
  provisions: shape('Provision', provisionFields),
  parties: shape('Party', partyFields),
  sources: shape('Source', { ...sourceFields, publishedOnPrecision: precision.nullable() }),
  events: shape('Event', { ...eventFields, endsOnPrecision: precision.nullable() }),
  claims: shape('Claim', claimFields),
  indicators: shape('Indicator', { ...indicatorFields, points }),
} as const satisfies { readonly [name in FileName]: z.ZodType }

export const KIND_OF = {
  materials: 'material',
  forms: 'form',
  regimes: 'regime',
  instruments: 'instrument',
  provisions: 'provision',
  parties: 'party',
  sources: 'source',
  events: 'event',
  claims: 'claim',
  indicators: 'indicator',
} as const satisfies { readonly [name in FileName]: Kind }

function shape<Fields extends z.core.$ZodLooseShape>(id: string, fields: Fields) {
  return z.object(fields).meta({ id, description: say(`api.record.${id as 'Material'}`) })
}
