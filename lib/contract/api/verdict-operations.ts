import * as z from 'zod'
import { recordKey } from '../key'
import { questionFields, required } from '../question'
import { say } from '../words/catalogue'
import { ASKED, define, noParameters } from './define'
import { told } from './queries'
import { claimReadingShape, claimReadingsShape } from './verdict-shapes'

const { rev, on, known } = questionFields
const verdictsQuery = z.strictObject(told({ rev, on, known }))

export type VerdictsQuery = z.output<typeof verdictsQuery>

/** Every claim that may have been made by a day, held against the law. */
export const verdictsOperation = define({
  id: 'verdicts',
  group: 'answers',
  path: '/verdicts',
  parameters: noParameters,
  query: verdictsQuery,
  answer: claimReadingsShape,
  fails: [400, 404, 503],
  examples: [{ title: say('api.example.verdicts'), query: { on: '2025-06-06', rev: '1' } }],
})

/** One claim, held against the law of the day it was said and of another. */
export const verdictOperation = define({
  id: 'verdict',
  group: 'answers',
  path: '/claims/{key}/verdict',
  parameters: z.strictObject(
    told({
      key: required<string>((value) => recordKey(value) ?? { why: 'unknown-key', kept: 'claim', value, nearest: null }),
    }),
  ),
  query: verdictsQuery,
  answer: claimReadingShape,
  fails: ASKED,
  examples: [
    {
      title: say('api.example.verdict'),
      path: { key: '2026-09-28-mofcom-extended' },
      query: { on: '2026-11-22', rev: '1' },
    },
  ],
})
