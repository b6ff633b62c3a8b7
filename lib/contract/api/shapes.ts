import * as z from 'zod'
import type { RevisionKind } from '@/lib/ledger/revision'
import { cellAnswer, questionAnswer, statusAnswer } from '../answer'
import type { FileName } from '../record/files'
import { say } from '../words/catalogue'
import { KIND_OF, RECORD_SHAPES } from './record-shapes'

const day = z.iso.date()
const instant = z.iso.datetime()
export const question = questionAnswer.meta({ id: 'Question' })

/** Stands in an answer whose request named no revision while the database did not say which is the newest. */
export const lastSeen = z
  .literal(true)
  .exactOptional()
  .meta({ description: say('api.shape.lastSeen') })

/** Every answer says which revision of the record it was read from. */
export const at = { revision: z.int().positive(), lastSeen }

const next = z
  .object({ cursor: z.string(), url: z.url() })
  .exactOptional()
  .meta({ description: say('api.shape.next') })

export const statusShape = z.object({ ...statusAnswer.shape, question, lastSeen }).meta({ id: 'Status' })

export const matrixShape = z
  .object({
    cells: z.array(cellAnswer.meta({ id: 'Cell' })),
    scope: z.enum(['rare-earths', 'all']),
    nextAfter: z
      .string()
      .nullable()
      .meta({ description: say('api.shape.nextAfter') }),
    verifiedThrough: day.nullable(),
    question,
    lastSeen,
  })
  .meta({ id: 'Matrix' })

const { status, openness, resumes, floor, beforeEffect, coverage } = cellAnswer.shape

/** Days on which one cell has one answer; `lastDay: null` is without end. */
const span = z.object({ from: day, lastDay: day.nullable(), status, openness, resumes, floor, beforeEffect, coverage })

export const timelineShape = z
  .object({
    material: z.string(),
    forms: z.array(z.object({ form: z.string(), spans: z.array(span) })),
    coversFrom: day,
    question,
    lastSeen,
  })
  .meta({ id: 'Timeline' })

export function listShape<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ items: z.array(item), next, ...at }).meta({ id })
}

export function itemShape<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ item, ...at }).meta({ id })
}

const REVISION_KINDS = ['law', 'correction', 'addition', 'wording', 'verification'] as const satisfies RevisionKind[]

/** `publisher` is `null` for the revision that was loaded from files, and for a publisher who chose no name. */
export const revisionShape = z
  .object({
    number: z.int().positive(),
    kind: z.enum(REVISION_KINDS),
    reason: z.string(),
    author: z.string(),
    publisher: z.string().nullable(),
    recordedAt: instant,
    recordedOn: day,
    reviews: z.int().positive().nullable(),
    reverts: z.int().positive().nullable(),
    hash: z.string(),
    previousHash: z.string().nullable(),
  })
  .meta({ id: 'Revision', description: say('api.record.Revision') })

/** What a revision did under one key, as the deltas of the bulk data tell it. */
const operationOn = (name: FileName) =>
  z.object({
    revision: z.int().positive(),
    op: z.enum(['add', 'change', 'retire']),
    kind: z.literal(KIND_OF[name]),
    key: z.string(),
    before: RECORD_SHAPES[name].nullable(),
    after: RECORD_SHAPES[name].nullable(),
    retirement: z.object({ why: z.string(), replacedBy: z.string().nullable() }).exactOptional(),
  })

const FILES = Object.keys(RECORD_SHAPES) as [FileName, ...FileName[]]
const [first, ...others] = FILES

export const revisionDetailShape = z
  .object({
    item: revisionShape,
    operations: z.array(z.discriminatedUnion('kind', [operationOn(first), ...others.map(operationOn)])),
    next,
    ...at,
  })
  .meta({ id: 'RevisionDetail' })
