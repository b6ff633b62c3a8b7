import * as z from 'zod'
import { VERDICTS } from '@/lib/ledger/vocabulary'
import { say } from '../words/catalogue'
import { VERDICT_WORDS } from '../words/claims'
import { at } from './shapes'

const day = z.iso.date()
const count = z.int().nonnegative()
const keys = z.array(z.string())

const verdict = z
  .object({
    verdict: z.enum(VERDICT_WORDS as [(typeof VERDICT_WORDS)[number]]),
    cells: count,
    agreeing: count,
    unclear: count,
    supporting: keys,
    contradicting: keys,
    unclearMaterials: keys,
    mixed: keys,
  })
  .meta({ id: 'Verdict', description: say('api.shape.verdict') })

const GAPS = ['already', 'given', 'part', 'none', 'untestable', 'before-record'] as const

const gap = z
  .object({
    outcome: z.enum(GAPS),
    days: count.nullable(),
    waited: count,
    cells: count,
    already: count,
    alreadyBy: keys,
    steps: z.array(z.object({ issuedOn: day, days: count, instruments: keys, cells: count, from: day })),
    outstanding: count,
    outstandingMaterials: keys,
    unclear: count,
    past: z.boolean(),
  })
  .meta({ id: 'Gap', description: say('api.shape.gap') })

const reading = {
  claim: z.string(),
  saidOn: z.string(),
  readOn: day,
  whenSaid: verdict.nullable(),
  onDay: verdict.nullable(),
  gap: gap.nullable(),
  editor: z.object({
    verdict: z.enum(VERDICTS),
    assessedOn: day,
    computed: verdict,
    agrees: z.boolean(),
  }),
}

const asked = { on: day, known: day.nullable() }

/** Every claim that may have been made by the day asked, the latest first. */
export const claimReadingsShape = z
  .object({ items: z.array(z.object(reading).meta({ id: 'ClaimReading' })), ...asked, ...at })
  .meta({ id: 'ClaimReadings' })

/** One claim. */
export const claimReadingShape = z
  .object({ item: z.object(reading).meta({ id: 'ClaimReading' }), ...asked, ...at })
  .meta({ id: 'ClaimReadingItem' })
