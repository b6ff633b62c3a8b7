import * as z from 'zod'
import { CAUSES, type Cause } from '@/lib/ledger/compare/steps'
import { cellAnswer } from '../answer'
import { lastSeen, question } from './shapes'

const day = z.iso.date()
const cell = z.object({ material: z.string(), form: z.string() })
const { status, openness, resumes, floor, beforeEffect, coverage, lastDay, next } = cellAnswer.shape

/** What of a cell a reader sees; where a side has no such cell, the field is absent. */
const seen = z.object({ status, openness, resumes, floor, beforeEffect, coverage, lastDay, next }).exactOptional()

/** The step that made a cell read otherwise: a revision, another day, another known day, or a part of the question. */
const step = z.object({
  of: z.enum(['revision', 'known', 'on', 'rules', 'from', 'to', 'use', 'party', 'route']),
  revision: z.int().positive().exactOptional(),
})

const counts = { law: z.int(), correction: z.int(), learnt: z.int(), wording: z.int(), rules: z.int(), lens: z.int() }

export const compareShape = z
  .object({
    a: question,
    b: question,
    scope: z.enum(['rare-earths', 'all']),
    cells: z.int(),
    causes: z.object(counts satisfies { readonly [cause in Cause]: z.ZodType }),
    differences: z.array(
      z.object({
        ...cell.shape,
        before: seen,
        after: seen,
        turn: z.enum(['opened', 'closed', 'otherwise', 'appeared', 'gone']),
        cause: z.enum(CAUSES as [Cause, ...Cause[]]),
        step,
        movers: z.array(z.string()),
        turnsOn: day.nullable(),
      }),
    ),
    relief: z.object({
      opened: z.array(cell),
      shut: z.array(cell),
      unclear: z.array(cell),
      closed: z.int(),
      held: z.array(z.object({ instrument: z.string(), cells: z.array(cell) })),
    }),
    page: z.string(),
    lastSeen,
  })
  .meta({ id: 'Comparison' })
