import type { Kind } from '@/lib/ledger/change'
import type { MergedField } from '@/lib/ledger/merge'
import { say } from '../words/catalogue'
import type { Comparison } from './comparison'
import type { Draft, DraftEntry, DraftState } from './draft'
import type { EntryProblem, JudgedRule } from './standing'

/** The texts that people type beside the fields of a record. */
export type TextField = 'title' | 'reason' | 'words' | 'why' | 'key'

/** An entry that cannot be published as it is: what is wrong with its own fields. */
export type UnfinishedEntry = { readonly entry: DraftEntry; readonly problems: readonly EntryProblem[] }

/** Two saves of one entry: what was stored in the meantime beside what was sent now. Nothing of either is lost. */
export type MovedEntry = {
  readonly why: 'entry-moved'
  /** What is stored; `null` when it was taken out of the draft. */
  readonly theirs: DraftEntry | null
  readonly yours: DraftEntry['does']
  /** Both, and what the record says, field by field; empty unless both are records. */
  readonly fields: readonly MergedField[]
}

/** Why an editor's act did not happen. Every one has words; whatever was typed is still with the one who typed it. */
export type EditRefusal =
  | { readonly why: 'no-draft' | 'no-entry' | 'nothing-to-publish' | 'not-urgent' | 'reviewed-already' }
  | { readonly why: 'own-review' | 'wrote-it' | 'rule-holds' | 'busy' | 'not-merged' }
  | { readonly why: 'id-taken' }
  | { readonly why: 'closed'; readonly state: DraftState; readonly revision: number | null }
  | { readonly why: 'wrong-step'; readonly state: DraftState }
  | MovedEntry
  | {
      readonly why: 'draft-moved'
      readonly theirs: Draft
      readonly yours: { readonly title: string; readonly kind: string; readonly reason: string }
    }
  | { readonly why: 'text-missing'; readonly field: TextField }
  | { readonly why: 'text-too-long'; readonly field: TextField; readonly limit: number; readonly length: number }
  | { readonly why: 'text-unreadable'; readonly field: string }
  | { readonly why: 'entry-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly why: 'too-many-entries'; readonly limit: number }
  | { readonly why: 'not-in-the-record'; readonly kind: Kind; readonly key: string }
  | { readonly why: 'base-moved'; readonly comparison: Comparison }
  | { readonly why: 'seen-another' }
  | {
      readonly why: 'breaks-rules'
      readonly unfinished: readonly UnfinishedEntry[]
      readonly broken: readonly JudgedRule[]
    }
  | { readonly why: 'second-person'; readonly writers: readonly string[] }
  | { readonly why: 'role-lost'; readonly needs: 'editor' | 'reviewer' }
  | { readonly why: 'published-already'; readonly revision: number }
  | { readonly why: 'no-revision'; readonly revision: number }
  | { readonly why: 'nothing-to-take-back'; readonly revision: number }
  | { readonly why: 'guarded'; readonly guard: string }
  | { readonly why: 'away'; readonly mayBeDone: boolean }

/** The sentence for a refusal: what did not happen, that nothing is lost, and what to do next. */
export function sayEditRefusal(refusal: EditRefusal): string {
  switch (refusal.why) {
    case 'closed':
      return refusal.state === 'published'
        ? say('editing.refusal.closed.published', { revision: refusal.revision ?? 0 })
        : say('editing.refusal.closed.abandoned')
    case 'wrong-step':
      return say(`editing.refusal.wrong-step.${refusal.state}`)
    case 'entry-moved':
      return refusal.theirs === null
        ? say('editing.refusal.entry-gone')
        : say('editing.refusal.entry-moved', { name: refusal.theirs.changedBy.name })
    case 'draft-moved':
      return say('editing.refusal.draft-moved', { title: refusal.theirs.title })
    case 'text-missing':
      return say('editing.refusal.text-missing', { field: say(`editing.text.${refusal.field}`) })
    case 'text-too-long':
      return say('editing.refusal.text-too-long', { ...refusal, field: say(`editing.label.${refusal.field}`) })
    case 'entry-too-large':
      return say('editing.refusal.entry-too-large', {
        megabytes: refusal.bytes / MEGABYTE,
        limit: refusal.limit / MEGABYTE,
      })
    case 'base-moved':
      return say('editing.refusal.base-moved', { base: refusal.comparison.base, head: refusal.comparison.head })
    case 'breaks-rules':
      return say('editing.refusal.breaks-rules', { count: countOf(refusal) })
    case 'second-person':
      return say('editing.refusal.second-person', { writers: refusal.writers.join(', ') })
    case 'away':
      return say(refusal.mayBeDone ? 'editing.refusal.away-perhaps' : 'editing.refusal.away')
    case 'role-lost':
      return say(`editing.refusal.role-lost.${refusal.needs}`)
    default:
      return say(`editing.refusal.${refusal.why}`, { ...refusal })
  }
}

const MEGABYTE = 1_000_000

/** How many points keep a draft from being published. */
function countOf({ unfinished, broken }: Extract<EditRefusal, { readonly why: 'breaks-rules' }>): number {
  return unfinished.reduce((count, { problems }) => count + problems.length, broken.length)
}
