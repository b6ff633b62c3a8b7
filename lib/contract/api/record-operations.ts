import * as z from 'zod'
import { materialKey, recordKey } from '../key'
import { required } from '../question'
import { FILE_NAMES, type FileName } from '../record/files'
import { isRevision } from '../view-reading'
import { say } from '../words/catalogue'
import { define, noParameters } from './define'
import type { Example, Operation } from './operation'
import { clausesQuery, instrumentsQuery, itemQuery, listQuery, revisionQuery, told } from './queries'
import { KIND_OF, RECORD_SHAPES } from './record-shapes'
import { itemShape, listShape, revisionDetailShape, revisionShape } from './shapes'

type Sample = { readonly id: string; readonly key: string; readonly where?: { readonly [field: string]: string } }

/** What an entry of each list is called in the document, one that stands in the first revision, and how a list is narrowed. */
const SAMPLES: { readonly [name in FileName]: Sample } = {
  materials: { id: 'Material', key: 'Dy' },
  forms: { id: 'Form', key: 'metal' },
  regimes: { id: 'Regime', key: 'october-9' },
  instruments: { id: 'Instrument', key: 'cn-2025-57', where: { regime: 'october-9' } },
  provisions: { id: 'Provision', key: 'cn-2025-18-1c905-a-1', where: { instrument: 'cn-2025-18' } },
  parties: { id: 'Party', key: 'aerovironment', where: { instrument: 'cn-2025-13' } },
  sources: { id: 'Source', key: 'arnoldporter-202607' },
  events: { id: 'Event', key: '2025-04-04-april-controls' },
  claims: { id: 'Claim', key: '2025-05-greer-countermeasures-removed' },
  indicators: { id: 'Indicator', key: 'dysprosium-exports' },
}

function queryOf(name: FileName): z.ZodObject {
  if (name === 'instruments') return instrumentsQuery
  return name === 'provisions' || name === 'parties' ? clausesQuery : listQuery
}

/** All records of a kind, page by page. */
export const LIST_OPERATIONS: ReadonlyMap<FileName, Operation> = new Map(
  FILE_NAMES.map((name) => {
    const { id, where } = SAMPLES[name]
    const page: Example = { title: say('api.example.list'), query: { limit: '2', rev: '1' } }
    const narrowed: Example = { title: say('api.example.narrowed'), query: { ...where, limit: '2', rev: '1' } }
    return [
      name,
      define({
        id: name,
        group: 'record',
        path: `/${name}`,
        parameters: noParameters,
        query: queryOf(name),
        answer: listShape(`${id}List`, RECORD_SHAPES[name]),
        fails: [400, 404, 503],
        examples: where === undefined ? [page] : [page, narrowed],
      }),
    ]
  }),
)

/** One record by its key. */
export const ITEM_OPERATIONS: ReadonlyMap<FileName, Operation> = new Map(
  FILE_NAMES.map((name) => {
    const { id, key } = SAMPLES[name]
    return [
      name,
      define({
        id: KIND_OF[name],
        group: 'record',
        path: `/${name}/{key}`,
        parameters: z.strictObject(told({ key: keyOf(name) })),
        query: itemQuery,
        answer: itemShape(`${id}Item`, RECORD_SHAPES[name]),
        fails: [400, 404, 410, 503],
        examples: [{ title: say('api.example.item'), path: { key }, query: { rev: '1' } }],
      }),
    ]
  }),
)

function keyOf(name: FileName) {
  const spell = name === 'materials' ? materialKey : recordKey
  return required<string>((value) => spell(value) ?? { why: 'unknown-key', kept: KIND_OF[name], value, nearest: null })
}

export const revisionsOperation = define({
  id: 'revisions',
  group: 'record',
  path: '/revisions',
  parameters: noParameters,
  query: listQuery,
  answer: listShape('RevisionList', revisionShape),
  fails: [400, 404, 503],
  examples: [{ title: say('api.example.list'), query: { limit: '2', rev: '1' } }],
})

export const revisionOperation = define({
  id: 'revision',
  group: 'record',
  path: '/revisions/{number}',
  parameters: z.strictObject(
    told({
      number: required<number>((value) => (isRevision(value) ? Number(value) : { why: 'malformed-revision', value })),
    }),
  ),
  query: revisionQuery,
  answer: revisionDetailShape,
  fails: [400, 404, 503],
  examples: [{ title: say('api.example.revision'), path: { number: '1' }, query: { limit: '2' } }],
})
