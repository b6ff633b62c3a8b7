import { beforeAll, describe, expect, test } from 'vitest'
import type { Editor } from '@/lib/auth/person'
import { type Looked, noteAfter } from '@/lib/contract/edit/look'
import { closeDatabase, kept } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { revisions } from '@/lib/db/revisions'
import { previewDraft } from '@/lib/editing/preview'
import { publishDraft } from '@/lib/editing/publish'
import { standingOf } from '@/lib/editing/standing'
import { draftLook } from '@/lib/editing/verify'
import { instrumentsAsked, workCount, worklist } from '@/lib/editing/worklist'
import { localDate } from '@/lib/ledger/interval'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'

const ana = { id: 'ana', name: 'Ana', role: 'reviewer', publicName: null } as Editor

/** Noon in Beijing on the day of the tests. */
const NOON = new Date('2026-11-22T04:00:00Z')

beforeAll(async () => {
  await useDatabase('record')
  await anaAndBen(kept().editors)
  return closeDatabase
})

const SEVENTY = 'cn-2025-70'

function looked(over: Partial<Looked> = {}): Looked {
  return { instruments: [SEVENTY], on: localDate('2026-11-22'), where: 'mofcom.gov.cn', found: null, ...over }
}

async function drafted(over: Partial<Looked> = {}, id: string = crypto.randomUUID()): Promise<string> {
  const draft = await draftLook(ana, { id, looked: looked(over) }, NOON)
  if (!draft.ok) throw new Error(JSON.stringify(draft.refusal))
  return draft.value.id
}

async function recordAt(revision: number) {
  const record = await ledgerAt(revision)
  if (record === null) throw new Error(`there is no revision ${revision}`)
  return record
}

describe('a look', () => {
  test.for([
    [{ on: localDate('2026-11-23') }, { why: 'future', today: '2026-11-22' }],
    [
      { on: localDate('2026-10-09') },
      { why: 'looked-later', number: 'No. 70 of 2025', through: '2026-10-10', others: 0 },
    ],
    [
      { instruments: [SEVENTY, 'cn-2025-72', 'cn-2025-13'], on: localDate('2026-01-01') },
      { why: 'looked-later', number: 'No. 70 of 2025', through: '2026-10-10', others: 1 },
    ],
    [{ instruments: [SEVENTY, 'cn-1999-1'] }, { why: 'no-instrument', key: 'cn-1999-1' }],
  ] as const)('is refused as %o', async ([over, refusal]) => {
    expect(await draftLook(ana, { id: crypto.randomUUID(), looked: looked(over) }, NOON)).toEqual({
      ok: false,
      refusal,
    })
  })

  test('posted twice is one draft with one entry', async () => {
    const id = crypto.randomUUID()
    await drafted({}, id)
    await drafted({}, id)
    expect(await kept().editors.prisma.draftEntry.count({ where: { draft: id } })).toBe(1)
  })

  test('takes the place of the last look in the note, and leaves what else it says', () => {
    const first = noteAfter('In force since 2020-12-01.', looked({ where: 'the gazette' }))
    expect(first).toBe('Looked on 22 November 2026 at the gazette. Nothing found.\nIn force since 2020-12-01.')
    expect(noteAfter(first, looked({ found: 'No. 81 of 2026' }))).toBe(
      'Looked on 22 November 2026 at mofcom.gov.cn. Found: No. 81 of 2026\nIn force since 2020-12-01.',
    )
    expect(noteAfter(null, looked())).toBe('Looked on 22 November 2026 at mofcom.gov.cn. Nothing found.')
  })
})

describe('a look that is published', () => {
  test('moves the day and the note of its instruments and nothing else, by one person, and settles the work list', async () => {
    const before = await recordAt(1)
    const { count: overdue } = await workCount(ana, NOON)
    const id = await drafted()
    const preview = await previewDraft(ana, id, NOON)
    if (preview === null) throw new Error('there is no preview')
    expect(preview.publishable).toBe(true)
    expect(preview.impact?.firstDay).toBe('2026-11-11')
    expect(new Set(preview.impact?.flips.map(({ before: was, after: is }) => `${was.status} → ${is.status}`))).toEqual(
      new Set(['pause-ended → licence', 'pause-ended → refused', 'pause-ended → prohibited']),
    )

    const published = await publishDraft(ana, { draft: id, fingerprint: preview.fingerprint, urgent: false }, NOON)
    expect(published).toEqual({ ok: true, value: { revision: 2 } })
    const after = await recordAt(2)
    const moved = {
      verifiedThrough: '2026-11-22',
      verificationNote: expect.stringMatching(/^Looked on 22 November 2026 at mofcom/),
    }
    expect(after).toEqual({
      ...before,
      instruments: before.instruments.map((one) => (one.key === SEVENTY ? { ...one, ...moved } : one)),
    })
    expect((await revisions())[0]).toMatchObject({
      kind: 'verification',
      reason: 'Looked on 22 November 2026 at mofcom.gov.cn. Nothing found.',
    })
    expect((await worklist(ana, NOON))?.due.some((look) => look.instrument.key === SEVENTY)).toBe(false)
    expect(await workCount(ana, NOON)).toEqual({ count: overdue - 1, isAll: true })
  })

  test('at a whole regime is one revision with all its instruments, and an act in the log', async () => {
    const { instruments, today } = await instrumentsAsked(ana, { keys: [], regime: ['october-9'] }, NOON)
    const keys = instruments.map(({ key }) => key)
    expect([today, keys]).toEqual([
      '2026-11-22',
      ['cn-2025-55', 'cn-2025-56', 'cn-2025-57', 'cn-2025-58', 'cn-2025-61', 'cn-2025-62'],
    ])
    const id = await drafted({ instruments: keys })
    const standing = await standingOf(ana, id, NOON)
    await publishDraft(ana, { draft: id, fingerprint: standing?.fingerprint ?? '', urgent: false }, NOON)
    const after = await recordAt(3)
    expect(after.instruments.filter((one) => one.verifiedThrough === '2026-11-22').map(({ key }) => key)).toEqual([
      ...keys,
      SEVENTY,
    ])
    const acts = await kept().editors.prisma.auditEntry.findMany({ where: { subject: { contains: id } } })
    expect(acts.map(({ act, person }) => [act, person])).toContainEqual(['draft.published', 'ana'])
  })
})
