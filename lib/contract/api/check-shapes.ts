import * as z from 'zod'
import { INPUTS, TESTS, VERDICTS } from '@/lib/ledger/check/answer'
import { lineStates } from '../answer'
import { CHECK_FIELDS } from '../check/fields'
import { field } from '../question'
import { say } from '../words/catalogue'
import { lastSeen, question } from './shapes'

const day = z.iso.date()
const input = z.enum(INPUTS)
const gives = z.enum(['not-controlled', 'announced', 'paused', 'licence', 'refused', 'prohibited'])
const word = z.enum(['licence', 'refused', 'prohibited', 'pause-ended', 'no-rule', 'cannot-tell'])
const sure = z.enum(VERDICTS).exclude(['cannot-tell'])

/** The fields of the form, as texts: the form and a request are read by one reader. */
const typed = field<string>((value) => value)

export const checkQuery = z.strictObject(
  Object.fromEntries(
    CHECK_FIELDS.map((name) => [name, typed.meta({ description: say(`api.checkField.${name}`) })]),
  ) as Record<(typeof CHECK_FIELDS)[number], typeof typed>,
)

export type CheckQuery = z.output<typeof checkQuery>

const test = z.object({
  test: z.enum(TESTS),
  truth: z.enum(['yes', 'no', 'unknown']),
  inputs: z.array(input),
  missing: z.array(input),
  /** Why, in words that may be worded better at any time. */
  why: z.string(),
})

const finding = z
  .object({
    provision: z.string(),
    instrument: z.string(),
    clause: z.string(),
    item: z.string(),
    effect: z.enum(['licence', 'refused', 'prohibited']),
    verdict: z.enum(VERDICTS),
    otherwise: sure,
    gives,
    state: z.enum(lineStates),
    says: z.string(),
    tests: z.array(test),
    missing: z.array(input),
    suspendedBy: z.array(z.string()),
    revivedFrom: z.array(z.string()),
    leansOn: z.array(z.string()),
    beforeEffect: z.boolean(),
    since: day.nullable(),
    lastDay: day.nullable(),
    changes: z.object({ on: day, verdict: sure }).nullable(),
    conditions: z.array(z.string()),
    note: z.string().nullable(),
    /** Questions that the record keeps open: sources disagree or are silent. */
    disputes: z.array(z.object({ instrument: z.string(), id: z.string(), text: z.string() })),
    /** Last days that are read as included; `near` where the other reading tells another answer. */
    assumed: z.array(z.object({ provision: z.string(), instrument: z.string(), lastDay: day, near: z.boolean() })),
    evidence: z.enum(['text', 'extract', 'structure', 'unverified']),
  })
  .meta({ id: 'Finding' })

export const checkShape = z
  .object({
    conclusion: z.object({
      word,
      atLeast: gives,
      byText: gives,
      atMost: gives,
    }),
    says: z.array(z.string()),
    missing: z.array(input),
    findings: z.array(finding),
    besides: z.array(finding),
    candidates: z.array(
      z.object({
        provision: z.string(),
        match: z.enum(['same', 'narrower', 'broader']),
        codes: z.array(z.string()),
      }),
    ),
    candidatesAgree: gives.nullable(),
    /** The word of the conclusion for each candidate alone, if it is the same; `null` where they differ or there is none. */
    candidatesWord: word.nullable(),
    unidentified: z.boolean(),
    /** The earliest look at what the conclusion rests on; `null` where that is no rule. */
    looked: z.object({ through: day, instruments: z.array(z.string()) }).nullable(),
    rests: z.array(z.string()),
    changesOn: day.nullable(),
    /** What was understood, by the fields of the request; a field that is not here is not known. */
    product: z.record(z.string(), z.string()),
    /** The buyer as typed, where that is the party's name only without its legal form. */
    matchedWithoutLegalForm: z.object({ name: z.string(), party: z.string() }).nullable(),
    /** Names that the record does not hold. A name not found is not cleared. */
    unfound: z.array(z.object({ field: z.enum(['party', 'owner']), name: z.string(), near: z.array(z.string()) })),
    notice: z.string(),
    page: z.string(),
    question,
    lastSeen,
  })
  .meta({ id: 'Check' })
