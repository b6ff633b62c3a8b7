import * as z from 'zod'
import { KINDS } from '@/lib/ledger/change'
import { STATUSES } from '@/lib/ledger/status'
import { lineStates } from '../answer'
import { exhibit } from '../exhibit'
import { FOUND_KINDS } from '../found'
import { integrity } from '../integrity'
import { say } from '../words/catalogue'
import { at, lastSeen, question } from './shapes'

const day = z.iso.date()

const found = z.object({
  label: z.string(),
  language: z.string().nullable(),
  zh: z.string().nullable(),
  note: z.string().nullable(),
  page: z.string(),
})

export const searchShape = z
  .object({
    q: z.string(),
    groups: z.array(z.object({ kind: z.enum(FOUND_KINDS), total: z.int(), found: z.array(found) })),
    ...at,
  })
  .meta({ id: 'Search' })

const codeLine = z.object({
  provision: z.string(),
  instrument: z.string(),
  clause: z.string(),
  item: z.string(),
  materials: z.array(z.string()),
  forms: z.array(z.string()),
  effect: z.enum(['licence', 'prohibit', 'suspend', 'extend', 'repeal', 'exempt']),
  hsCodes: z.array(z.string()),
  hsEvidence: z.enum(['printed', 'inferred', 'none']),
  /** How the line's own code lies to the asked one. */
  match: z.enum(['same', 'narrower', 'broader']),
  state: z.enum(lineStates),
  from: day.nullable(),
  lastDay: day.nullable(),
})

export const codesShape = z
  .object({
    code: z.string(),
    read: z.enum(['hs', 'item', 'announcement']),
    lines: z.array(codeLine),
    instruments: z.array(
      z.object({ key: z.string(), number: z.string().nullable(), titleEn: z.string(), issuedOn: day }),
    ),
    on: day,
    known: day.nullable(),
    ...at,
  })
  .meta({ id: 'Codes' })

export const snapshotMadeShape = z
  .object({
    id: z.string(),
    url: z.url(),
    digest: z.string(),
    payload: z.url(),
    isNew: z.boolean(),
    view: z.string(),
    address: z.string(),
    question,
  })
  .meta({ id: 'SnapshotMade' })

export const exhibitShape = exhibit.meta({ id: 'Exhibit', description: say('api.record.Exhibit') })

export const rootShape = z
  .object({
    version: z.literal('1'),
    rules: z.int().positive(),
    kinds: z.array(z.enum(KINDS as [string, ...string[]])),
    statuses: z.array(z.enum(STATUSES as [string, ...string[]])),
    openapi: z.url(),
    docs: z.url(),
    resources: z.array(z.object({ method: z.enum(['GET', 'POST']), path: z.string(), summary: z.string() })),
    ...at,
  })
  .meta({ id: 'Root' })

export const integrityShape = integrity.extend({ lastSeen }).meta({ id: 'Integrity' })

export const documentShape = z.looseObject({ openapi: z.string() }).meta({ id: 'Document' })
