import 'server-only'
import { KINDS, type Kind } from '@/lib/ledger/change'
import { known } from '../rows/cell'
import type { KeptPerson } from './drafts'
import type { Transaction } from './transaction'

const STEPS = ['comment', 'submitted', 'changes-requested', 'approved', 'withdrawn', 'rebased'] as const

export type KeptComment = {
  readonly id: string
  readonly by: KeptPerson
  readonly at: string
  readonly act: (typeof STEPS)[number]
  readonly words: string
}

const PERSON = { select: { id: true, name: true } } as const

/** What was said of a draft, the first word first. */
export async function commentsOn(from: Transaction, draft: string): Promise<readonly KeptComment[]> {
  const rows = await from.draftComment.findMany({
    where: { draft },
    include: { speaker: PERSON },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, speaker, at, act, words }) => ({
    id,
    by: speaker,
    at: at.toISOString(),
    act: known(STEPS, act, 'step of a review'),
    words,
  }))
}

/** The remark under an id, and the draft that it is about. */
export async function findComment(from: Transaction, id: string): Promise<(KeptComment & { draft: string }) | null> {
  const row = await from.draftComment.findUnique({ where: { id }, select: { draft: true } })
  const said = row === null ? [] : await commentsOn(from, row.draft)
  const found = said.find((one) => one.id === id)
  return row === null || found === undefined ? null : { ...found, draft: row.draft }
}

export type NewComment = {
  readonly id: string
  readonly draft: string
  readonly person: string
  readonly at: Date
  readonly act: KeptComment['act']
  readonly words: string
}

export async function insertComment(transaction: Transaction, comment: NewComment): Promise<void> {
  await transaction.draftComment.create({ data: comment })
}

export type KeptException = {
  readonly rule: string
  readonly kind: Kind
  readonly key: string
  readonly act: 'confirmed' | 'overridden'
  readonly reason: string
  readonly by: KeptPerson
  readonly at: string
  /** The digest of what the rule said when it was set aside. */
  readonly told: string
}

export async function exceptionsOf(from: Transaction, draft: string): Promise<readonly KeptException[]> {
  const rows = await from.draftException.findMany({
    where: { draft },
    include: { sign: PERSON },
    orderBy: { at: 'asc' },
  })
  return rows.map(({ rule, kind, key, act, reason, sign, at, told }) => ({
    rule,
    kind: known(KINDS, kind, 'kind of an exception'),
    key,
    act: known(['confirmed', 'overridden'] as const, act, 'exception'),
    reason,
    by: sign,
    at: at.toISOString(),
    told,
  }))
}

export type NewException = Omit<KeptException, 'by' | 'at'> & {
  readonly draft: string
  readonly person: string
  readonly at: Date
}

/** Sets a rule aside; who set it aside before is replaced. */
export async function putException(transaction: Transaction, exception: NewException): Promise<void> {
  const { draft, rule, kind, key } = exception
  await transaction.draftException.upsert({
    where: { draft_rule_kind_key: { draft, rule, kind, key } },
    create: exception,
    update: exception,
  })
}
