import { isAtLeast, type Role } from '@/lib/contract/people/role'
import type { Draft } from './draft'
import type { Standing } from './standing'

/** Who looks at a draft: what the buttons of its page depend on. */
export type Looker = { readonly id: string; readonly role: Role }

export type Step =
  | 'change'
  | 'comment'
  | 'submit'
  | 'withdraw'
  | 'request'
  | 'approve'
  | 'publish'
  | 'publish-urgently'
  | 'abandon'

/** Why a step that one would look for is not offered. */
export type Hindrance =
  | 'viewer'
  | 'wrote-it'
  | 'needs-reviewer'
  | 'not-submitted'
  | 'rules-open'
  | 'base-moved'
  | 'nothing'
  | 'no-reason'
  | 'changes-requested'
  | 'under-review'

/** The steps that a page offers somebody, and the sentences that stand where one is missing. */
export type Steps = { readonly may: ReadonlySet<Step>; readonly why: readonly Hindrance[] }

/**
 * What somebody may do with a draft. It decides only what a page offers: every use case asks again for itself, under the
 * lock where it matters.
 */
export function stepsOf(draft: Draft, standing: Standing, looker: Looker): Steps {
  if (!isAtLeast(looker.role, 'editor')) return { may: new Set(), why: ['viewer'] }
  if (draft.state === 'abandoned' || draft.state === 'published') return { may: new Set(['comment']), why: [] }

  const inReview = draft.state === 'submitted' || draft.state === 'approved'
  const hindrances = hindrancesOf(draft, standing)
  const publishing = publishingOf(draft, standing, looker)
  const publishes = publishing === 'publish' || publishing === 'wrote-it'
  const may = new Set<Step>(['comment', ...reviewSteps(draft, looker)])
  if (publishing === 'publish' && hindrances.length === 0) may.add('publish')
  if (publishing === 'wrote-it' && isAtLeast(looker.role, 'reviewer') && hindrances.length === 0)
    may.add('publish-urgently')
  return {
    may,
    why: [
      ...(inReview ? (['under-review'] as const) : []),
      ...(publishing === 'publish' ? [] : [publishing]),
      ...(publishes ? hindrances : []),
    ],
  }
}

/** The steps that do not depend on what the draft would do. */
function reviewSteps(draft: Draft, { id, role }: Looker): readonly Step[] {
  const { state } = draft
  if (state === 'open' || state === 'changes-requested') return ['change', 'abandon', 'submit']
  if (!isAtLeast(role, 'reviewer')) return ['withdraw']
  const wrote = draft.contributors.some((person) => person.id === id)
  return state === 'submitted' && !wrote ? ['withdraw', 'request', 'approve'] : ['withdraw', 'request']
}

/** Whether somebody is one who publishes the draft as far as persons and states go; else what stands in the way. */
function publishingOf(draft: Draft, { needsAnother }: Standing, { id, role }: Looker): 'publish' | Hindrance {
  if (draft.state === 'changes-requested') return 'changes-requested'
  if (!needsAnother) return 'publish'
  if (draft.contributors.some((person) => person.id === id)) return 'wrote-it'
  if (!isAtLeast(role, 'reviewer')) return 'needs-reviewer'
  return draft.state === 'open' ? 'not-submitted' : 'publish'
}

/** What keeps a draft from being published, whoever asks. */
function hindrancesOf({ reason }: Draft, standing: Standing): readonly Hindrance[] {
  if (standing.entries.length === 0) return ['nothing']
  return [
    ...(standing.base === standing.head ? [] : (['base-moved'] as const)),
    ...(standing.publishable ? [] : (['rules-open'] as const)),
    ...(standing.publishable && standing.changes.length === 0 ? (['nothing'] as const) : []),
    ...(reason.trim() === '' ? (['no-reason'] as const) : []),
  ]
}
