import { describe, expect, test } from 'vitest'
import type { Draft } from '@/lib/contract/edit/draft'
import type { Standing } from '@/lib/contract/edit/standing'
import { type Looker, stepsOf } from '@/lib/contract/edit/steps'

const ana = { id: 'ana', name: 'Ana' }

function aDraft(given: Partial<Draft> = {}): Draft {
  return {
    id: '7b1f5a52-1f0c-4a53-8b8e-2f4e1a0c9d11',
    title: 'A notice',
    kind: 'law',
    reason: 'It was issued.',
    base: 1,
    state: 'open',
    author: ana,
    contributors: [ana],
    submittedBy: null,
    approvedBy: null,
    createdAt: '2026-11-20T00:00:00.000Z',
    updatedAt: '2026-11-20T00:00:00.000Z',
    revision: null,
    reverts: null,
    version: 1,
    ...given,
  }
}

/** A draft of one entry, with nothing left to mend, that somebody else must publish. */
function aStanding(given: Partial<Standing> = {}): Standing {
  return {
    base: 1,
    head: 1,
    fingerprint: 'as looked at',
    entries: [{}] as unknown as Standing['entries'],
    changes: [{}] as unknown as Standing['changes'],
    broken: [],
    needsAnother: true,
    publishable: true,
    ...given,
  }
}

const writer: Looker = { id: 'ana', role: 'editor' }
const writingReviewer: Looker = { id: 'ana', role: 'reviewer' }
const reviewer: Looker = { id: 'ben', role: 'reviewer' }
const editor: Looker = { id: 'eve', role: 'editor' }
const viewer: Looker = { id: 'vera', role: 'viewer' }

describe('what the page of a draft offers', () => {
  test.for([
    ['who looks only', viewer, {}, {}, [], ['viewer']],
    ['its writer', writer, {}, {}, ['comment', 'change', 'abandon', 'submit'], ['wrote-it']],
    [
      'its writer, who reviews other drafts',
      writingReviewer,
      {},
      {},
      ['comment', 'change', 'abandon', 'submit', 'publish-urgently'],
      ['wrote-it'],
    ],
    [
      'another reviewer before it is submitted',
      reviewer,
      {},
      {},
      ['comment', 'change', 'abandon', 'submit'],
      ['not-submitted'],
    ],
    [
      'another reviewer once it is submitted',
      reviewer,
      { state: 'submitted' },
      {},
      ['comment', 'withdraw', 'request', 'approve', 'publish'],
      ['under-review'],
    ],
    [
      'another reviewer once it is approved',
      reviewer,
      { state: 'approved' },
      {},
      ['comment', 'withdraw', 'request', 'publish'],
      ['under-review'],
    ],
    [
      'an editor who wrote none of it',
      editor,
      { state: 'submitted' },
      {},
      ['comment', 'withdraw'],
      ['under-review', 'needs-reviewer'],
    ],
    [
      'its writer where one person is enough',
      writer,
      { kind: 'wording' },
      { needsAnother: false },
      ['comment', 'change', 'abandon', 'submit', 'publish'],
      [],
    ],
    [
      'a reviewer while a rule is open',
      reviewer,
      { state: 'submitted' },
      { publishable: false },
      ['comment', 'withdraw', 'request', 'approve'],
      ['under-review', 'rules-open'],
    ],
    [
      'a reviewer when the record has moved on',
      reviewer,
      { state: 'submitted' },
      { head: 2 },
      ['comment', 'withdraw', 'request', 'approve'],
      ['under-review', 'base-moved'],
    ],
    [
      'a reviewer of a draft without a reason',
      reviewer,
      { state: 'submitted', reason: ' ' },
      {},
      ['comment', 'withdraw', 'request', 'approve'],
      ['under-review', 'no-reason'],
    ],
    [
      'a reviewer who asked for changes',
      reviewer,
      { state: 'changes-requested' },
      {},
      ['comment', 'change', 'abandon', 'submit'],
      ['changes-requested'],
    ],
    [
      'a reviewer of an empty draft',
      reviewer,
      { state: 'submitted' },
      { entries: [], changes: [] },
      ['comment', 'withdraw', 'request', 'approve'],
      ['under-review', 'nothing'],
    ],
    ['anybody once it is published', reviewer, { state: 'published', revision: 2 }, {}, ['comment'], []],
  ] as const)('to %s', ([, looker, draft, standing, may, why]) => {
    const steps = stepsOf(aDraft(draft), aStanding(standing), looker)

    expect([...steps.may].sort()).toEqual([...may].sort())
    expect(steps.why).toEqual(why)
  })
})
