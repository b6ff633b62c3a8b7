import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDatabase, kept } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision } from '@/lib/db/revisions'
import { findCase } from '@/lib/editing/case'
import { putEntry } from '@/lib/editing/entries'
import { draftToWrite, keysToWrite, startOf } from '@/lib/editing/entry-form'
import { judge } from '@/lib/editing/judge'
import { namesOfDraft } from '@/lib/editing/names'
import { previewDraft } from '@/lib/editing/preview'
import { publishDraft } from '@/lib/editing/publish'
import { compareWithHead, rebaseDraft } from '@/lib/editing/rebase'
import { recordsToWrite } from '@/lib/editing/records-to-write'
import { revertRevision } from '@/lib/editing/revert'
import { approve, confirmRule, submit } from '@/lib/editing/review'
import { changedIn } from '@/lib/editing/revision-changes'
import { standingOf } from '@/lib/editing/standing'
import { worklist } from '@/lib/editing/worklist'
import { applyChanges } from '@/lib/ledger/apply'
import { impactOf } from '@/lib/ledger/impact'
import { outgoingOf } from '@/lib/ledger/outgoing'
import { worklistOn } from '@/lib/ledger/worklist'
import { aDesk, aDraft, ana, ben, entry, lookedAt, printed, published, refusal, reworded, value } from './desk'
import { EXTENSION, NOTICE, theNotice } from './notice'

vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  process.env['HOLD_WHOLE_UP_TO'] = '0'
  await aDesk()
})

afterAll(async () => {
  await closeDatabase()
  delete process.env['HOLD_WHOLE_UP_TO']
})

const NOON = new Date('2026-11-22T04:00:00Z')

// What one test reads whole to hold a part against is no matter of the next.
beforeEach(() => kept().ledgers.clear())

/** How many questions a piece of work asks the database of the record. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const { pool } = kept().database
  const spy = vi.spyOn(pool, 'query')
  const connected = vi.spyOn(pool, 'connect')
  await work()
  const count = spy.mock.calls.length + connected.mock.calls.length
  spy.mockRestore()
  connected.mockRestore()
  return count
}

describe('a record that is opened in parts', () => {
  test('is edited from a draft to its revision and back, and no draft reads the whole of it', async () => {
    const draft = await aDraft('law', theNotice())
    const standing = await standingOf(ana, draft)
    expect(new Set(standing?.broken.map(({ rule, key }) => `${rule} ${key}`))).toEqual(new Set([`E3 ${EXTENSION}`]))
    value(await confirmRule(ana, { draft, rule: 'E3', kind: 'provision', key: EXTENSION, reason: 'Issued late.' }))
    value(await submit(ana, { draft, words: '' }))
    value(await approve(ben, { ...(await lookedAt(draft)), words: '' }))
    const { revision } = value(await publishDraft(ben, await lookedAt(draft)))
    expect(revision).toBe(2)
    expect(kept().ledgers.size).toBe(0)

    const changes = await changedIn(ana, revision)
    expect(changes.find(({ key }) => key === EXTENSION)).toMatchObject({ did: 'new' })
    expect(changes.find(({ key }) => key === EXTENSION)?.name).toContain('70')

    const back = value(await revertRevision(ana, { id: crypto.randomUUID(), revision })).draft
    const undone = await findCase(back.id, new Date())
    expect(
      undone &&
        judge(undone)
          .changes.map(({ key, record }) => `${key} ${record === null}`)
          .sort(),
    ).toEqual([`${NOTICE} true`, `${EXTENSION} true`, 'mofcom-ann-2026-71 true'].sort())
    value(await submit(ana, { draft: back.id, words: '' }))
    expect(value(await publishDraft(ben, await lookedAt(back.id))).revision).toBe(3)
    const { reverts } = await kept().editors.prisma.publication.findUniqueOrThrow({ where: { revision: 3 } })
    expect(reverts).toBe(revision)
    expect(kept().ledgers.size).toBe(0)
  })

  test('shows of a draft what the whole record would', async () => {
    const later = printed('provision', 'cn-2023-23-3c002-germanium-metal', { effectiveFrom: '2024-08-01' })
    const draft = await aDraft('correction', [entry('provision', later)])
    const preview = await previewDraft(ana, draft)
    const found = await findCase(draft, new Date(), 'consequences')
    if (preview === null || found === null) throw new Error('no draft')
    expect(kept().ledgers.size).toBe(0)
    const before = await ledgerAt(found.draft.base)
    if (before === null) throw new Error('no record')
    const after = applyChanges(before, preview.changes)
    expect(preview.impact?.flips).not.toEqual([])
    expect(preview.impact).toEqual(impactOf(before, after))
    expect(preview.outgoing?.reach).toEqual(outgoingOf(before, after).reach)
    expect(preview.outgoing?.days.map(({ after: day }) => day?.id)).toEqual(
      outgoingOf(before, after).days.map(({ after: day }) => day?.id),
    )
    expect(judge({ ...found, before }).broken).toEqual(preview.broken)
    const nameOf = await namesOfDraft(ana, preview)
    for (const { material } of preview.impact?.flips ?? []) expect(nameOf('material', material)).not.toBe(material)
    kept().ledgers.clear()
  })

  test('says which rules a draft breaks that names what is not there', async () => {
    const line = printed('provision', 'cn-2025-57-1c909-a-1', { targets: [], materials: ['Dy', 'no-such'] })
    const draft = await aDraft('correction', [entry('provision', line)])
    const standing = await standingOf(ana, draft)
    expect(standing?.broken.map(({ rule, names }) => `${rule} ${names['name']}`)).toContain('E8 no-such')
    expect(standing?.entries[0]?.before).toEqual(printed('provision', 'cn-2025-57-1c909-a-1'))
    expect(kept().ledgers.size).toBe(0)
  })

  test('moves a draft onto the newest revision, field by field', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Mine.' })])
    await published(
      await aDraft('wording', [entry('source', printed('source', 'mofcom-ann-2025-70', { title: 'Another title' }))]),
    )
    const comparison = await compareWithHead(ana, draft)
    expect(comparison?.moved.map(({ key, conflict }) => [key, conflict])).toEqual([['mofcom-ann-2025-70', false]])
    const head = comparison?.head ?? 0
    expect(value(await rebaseDraft(ana, { draft, head, choices: {} })).base).toBe(head)
    expect(await standingOf(ana, draft)).toMatchObject({ publishable: true })
    expect(kept().ledgers.size).toBe(0)
  })

  test('tells the second of two who save one entry what the other changed', async () => {
    const one = reworded({ note: 'First.' })
    const draft = await aDraft('wording', [one])
    if (!('printed' in one)) throw new Error('nothing printed')
    value(await putEntry(ana, draft, { ...one, version: 1, printed: { ...one.printed, note: 'Second.' } }))
    const late = await putEntry(ben, draft, { ...one, version: 1, printed: { ...one.printed, note: 'Third.' } })
    expect(refusal(late)).toMatchObject({ why: 'entry-moved' })
    expect(kept().ledgers.size).toBe(0)
  })

  test('is searched for records to edit, and a form lists what it is about', async () => {
    const draft = await aDraft('wording', [reworded()])
    const opened = await draftToWrite(ana, draft, [{ kind: 'instrument', key: 'cn-2025-61' }])
    if (opened === null) throw new Error('no draft')
    expect(opened.listsAll).toBe(false)
    expect(opened.listed.source.map(({ value }) => value)).toContain('mofcom-ann-2025-70')
    expect(opened.listed.provision.length).toBeLessThan(20)
    expect(startOf(opened, 'instrument', { from: 'copy', key: 'cn-2025-61' })).toMatchObject({
      key: '',
      issuedOn: '2025-10-09',
    })
    expect([...(await keysToWrite(ana, draft, 'source', 'no-such'))]).not.toContain('no-such')
    expect([...(await keysToWrite(ana, draft, 'source', 'squid-october'))]).toContain('squid-october')

    const asked = async (query: string) => (await recordsToWrite(ana, draft, { query, kind: null }))?.groups ?? []
    expect(await asked('')).toEqual([])
    const materials = (await asked('dysprosium')).find(({ kind }) => kind === 'material')
    expect(materials?.options.map(({ value }) => value)).toContain('Dy')
    expect(kept().ledgers.size).toBe(0)
  })

  test('has a work list of the instruments that call first, each with the reasons that the whole record gives', async () => {
    const list = await worklist(ana, NOON)
    expect(list?.listsAll).toBe(false)
    expect(kept().ledgers.size).toBe(0)
    const whole = await ledgerAt((await headRevision()) ?? 0)
    if (whole === null || list === null) throw new Error('no record')
    expect(list.due).not.toEqual([])
    expect(list.due).toEqual(worklistOn(whole, list.today))
  })

  test('is asked as often for twenty entries as for two', async () => {
    const sources = (await ledgerAt(1))?.sources.slice(0, 20) ?? []
    kept().ledgers.clear()
    const again = (most: number) =>
      sources.slice(0, most).map(({ key }) => entry('source', printed('source', key, { note: 'Read again.' })))
    const [few, many] = [await aDraft('wording', again(2)), await aDraft('wording', again(20))]
    const [ofFew, ofMany] = [await asked(() => standingOf(ana, few)), await asked(() => standingOf(ana, many))]
    expect(ofFew).toBeGreaterThan(0)
    expect(ofMany).toBe(ofFew)
  })
})
