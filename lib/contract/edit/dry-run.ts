import type { RevisionKind } from '@/lib/ledger/revision'
import type { FileName } from '../record/files'
import { say } from '../words/catalogue'
import { type EditRefusal, sayEditRefusal } from './refusal'

/** One thing that stops an import: where it stands in what file, and what to do about it. */
export type ImportProblem = {
  /** The file as it was named when it was sent; `null` when all that was sent is meant. */
  readonly upload: string | null
  /** `row` of a table as a spreadsheet counts, the header being 1; `record` of a JSON list, counted from 1. */
  readonly at: { readonly by: 'row' | 'record'; readonly number: number } | null
  /** The field or column, as a path like `asserts[0].materials`. */
  readonly field: string | null
  readonly what: string
}

/** What an import would do to one file of the record. */
export type ImportCount = {
  readonly file: FileName
  readonly added: number
  readonly changed: number
  readonly retired: number
  /** Records that say what stands already. */
  readonly same: number
  /** Records that stand and are not in what was sent: they are left alone. */
  readonly left: number
}

/** What an import would do: nothing is recorded, and nobody else sees it. */
export type DryRun = {
  readonly id: string
  /** What kind of draft it is to become: the rules ask for more where the law changed. */
  readonly kind: RevisionKind
  /** The revision that it was compared with. */
  readonly base: number
  readonly madeAt: string
  readonly uploads: readonly string[]
  readonly counts: readonly ImportCount[]
  /** The first of them: while there is one, no draft can be made. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
}

/** Why nothing came of an import, in words that say what to do. */
export type ImportRefusal =
  | { readonly why: 'nothing-sent' | 'retire-without-reason' | 'retire-reason-unreadable' | 'no-record' | 'not-a-form' }
  | { readonly why: 'wait' }
  | { readonly why: 'gone' | 'has-problems' | 'changes-nothing' }
  | { readonly why: 'too-large'; readonly megabytes: number }
  | { readonly why: 'too-many-files'; readonly most: number }
  | { readonly why: 'retire-reason-too-long'; readonly length: number; readonly limit: number }
  | { readonly why: 'too-many-changes'; readonly count: number; readonly most: number }
  | { readonly why: 'old'; readonly base: number; readonly head: number }

export function sayImportRefusal(refusal: ImportRefusal): string {
  switch (refusal.why) {
    case 'too-large':
      return say('transfer.refusal.too-large', { megabytes: refusal.megabytes })
    case 'too-many-files':
      return say('transfer.refusal.too-many-files', { most: refusal.most })
    case 'retire-reason-too-long':
      return say('transfer.refusal.retire-reason-too-long', { length: refusal.length, limit: refusal.limit })
    case 'too-many-changes':
      return say('transfer.refusal.too-many-changes', { count: refusal.count, most: refusal.most })
    case 'old':
      return say('transfer.refusal.old', { base: refusal.base, head: refusal.head })
    default:
      return say(`transfer.refusal.${refusal.why}`)
  }
}

/** The same for every refusal of making a draft of a dry run. */
export function sayDraftOfDryRun(refusal: ImportRefusal | EditRefusal): string {
  return isImportRefusal(refusal) ? sayImportRefusal(refusal) : sayEditRefusal(refusal)
}

const OWN: ReadonlySet<string> = new Set<ImportRefusal['why']>([
  ...(['wait', 'nothing-sent', 'retire-without-reason', 'no-record', 'not-a-form', 'gone', 'has-problems'] as const),
  ...(['too-many-files', 'retire-reason-too-long', 'retire-reason-unreadable'] as const),
  ...(['changes-nothing', 'too-large', 'too-many-changes', 'old'] as const),
])

function isImportRefusal(refusal: ImportRefusal | EditRefusal): refusal is ImportRefusal {
  return OWN.has(refusal.why)
}
