import { randomUUID } from 'node:crypto'
import { addressOf, type Coordinates } from '@/lib/contract/address'
import { closeDatabase, kept } from '@/lib/db/client'
import { openDraftWith } from '@/lib/editing/entries'
import { previewDraft } from '@/lib/editing/preview'
import { publishDraft } from '@/lib/editing/publish'
import { submit } from '@/lib/editing/review'
import { standingOf } from '@/lib/editing/standing'
import type { TypedEntry } from '@/lib/editing/typed'
import { localDate } from '@/lib/ledger/interval'
import { plainQuestion } from '@/lib/ledger/question'
import type { RevisionKind } from '@/lib/ledger/revision'
import { headRevision } from '@/lib/reading/now'
import { readPage } from '@/lib/reading/page'
import { searchPage } from '@/lib/reading/search-page'
import { ana, ben, entry, printed, value } from '../../editing/desk'
import { theNotice } from '../../editing/notice'

/** What one process measured of one kind of work, in milliseconds; memory in MB when it was done. */
export type Asked = {
  /** The very first: connections, prepared statements and compiled code included. */
  readonly first: number
  /** Something of the same kind that was not asked before: the median of several. */
  readonly another: number
  /** What was asked already: the median of several. */
  readonly again: number
  readonly memory: number
}

const TODAY = localDate('2026-11-22')
const MATERIALS = ['Dy', 'Tb', 'Sm', 'Y', 'Ga', 'graphite', 'Lu', 'Sc'] as const

const revision = (await headRevision())?.revision ?? 0

/** Kinds of work: each number is something else of that kind. */
const WORK: { readonly [name: string]: (number: number) => Promise<unknown> } = {
  cell: (number) =>
    page({ view: { name: 'proof', material: MATERIALS[number] ?? 'Dy', form: FORMS[number] ?? 'metal' } }),
  material: (number) => page({ view: { name: 'material', key: MATERIALS[number] ?? 'Dy' } }),
  // Of one day after the other as it was known then, so that each is read and worked out anew: the real record fills one page, and
  // no page further on.
  matrix: (number) => {
    const on = localDate(`2026-11-1${number}`)
    return page({ scope: 'all', view: { name: 'matrix' }, question: { ...plainQuestion(on), known: on } })
  },
  elements: (number) =>
    page({ view: { name: 'matrix' }, question: { ...plainQuestion(TODAY), on: localDate(`2026-11-2${number}`) } }),
  search: (number) => searchPage(SOUGHT[number]),
  'preview of an extension': (number) => preview('law', theNotice({ lastDay: `2027-01-1${number}` })),
  'preview of words': (number) => preview('wording', words(number)),
  publish: async (number) => {
    const draft = await drafted('wording', words(number))
    const before = performance.now()
    const standing = await standingOf(ana, draft)
    value(await submit(ana, { draft, words: '' }))
    value(await publishDraft(ben, { draft, fingerprint: standing?.fingerprint ?? '', urgent: false }))
    return performance.now() - before
  },
}

const FORMS = ['metal', 'oxide', 'alloy', 'oxide', 'metal', 'bulk', 'target', 'metal'] as const
const SOUGHT = ['dysprosium', 'gallium', 'No. 61 of 2025', '28053019', 'mofcom', 'dysprosum', '镝', 'magnets'] as const

async function page(asked: Partial<Coordinates>): Promise<void> {
  const plain = {
    revision,
    question: plainQuestion(TODAY),
    scope: 'rare-earths',
    by: 'form',
    view: { name: 'matrix' },
  } as const
  const coordinates: Coordinates = { ...plain, ...asked }
  const read = await readPage(coordinates, TODAY)
  if (!read.ok) throw new Error(`${addressOf(coordinates)}: ${JSON.stringify(read.refusal)}`)
}

const drafts = new Map<string, string>()

/** A draft is written before it is looked at, and that is not what is measured: the time of looking is given back. */
async function preview(kind: RevisionKind, entries: readonly TypedEntry[]): Promise<number> {
  const name = JSON.stringify(entries.map((one) => ({ ...one, id: '' })))
  const draft = drafts.get(name) ?? (await drafted(kind, entries))
  drafts.set(name, draft)
  const before = performance.now()
  const seen = await previewDraft(ana, draft)
  if (seen?.impact == null) throw new Error(`the draft cannot be previewed: ${JSON.stringify(seen?.broken)}`)
  return performance.now() - before
}

function words(number: number): readonly TypedEntry[] {
  return [
    entry(
      'material',
      printed('material', MATERIALS[number] ?? 'Dy', { uses: `Described anew after revision ${revision}, ${number}.` }),
    ),
  ]
}

async function drafted(kind: RevisionKind, entries: readonly TypedEntry[]): Promise<string> {
  const people = [ana, ben].map((one) => ({ id: one.id, name: one.name, role: one.role, email: one.email }))
  await kept().editors.prisma.person.createMany({ data: people, skipDuplicates: true })
  const id = randomUUID()
  const on = (await headRevision())?.revision ?? 0
  value(await openDraftWith(ana, { id, title: 'A draft of the measurement', kind, reason: 'To measure.', on }, entries))
  return id
}

async function took(work: (number: number) => Promise<unknown>, number: number): Promise<number> {
  const began = performance.now()
  const own = await work(number)
  return typeof own === 'number' ? own : performance.now() - began
}

async function several(work: (number: number) => Promise<unknown>, numbers: readonly number[]): Promise<number> {
  const times: number[] = []
  for (const number of numbers) times.push(await took(work, number))
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

const name = process.argv.find((word) => word.startsWith('--work='))?.slice('--work='.length) ?? ''
const work = WORK[name]
if (work === undefined) throw new RangeError(`unknown work: ${name}`)
const first = await took(work, 0)
const another = await several(work, [1, 2, 3, 4, 5, 6, 7])
const again = name === 'publish' ? another : await several(work, [7, 7, 7, 7, 7])
const asked: Asked = { first, another, again, memory: process.memoryUsage.rss() / 1_048_576 }
await closeDatabase()
console.log(JSON.stringify(asked))
