import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WHOLE } from '@/lib/contract/edit/comparison'
import { sayEditRefusal } from '@/lib/contract/edit/refusal'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision } from '@/lib/db/revisions'
import { describeDraft, openedDraft } from '@/lib/editing/drafts'
import { putEntry } from '@/lib/editing/entries'
import { revisionsForEditors } from '@/lib/editing/history'
import { publishDraft } from '@/lib/editing/publish'
import { compareWithHead, rebaseDraft } from '@/lib/editing/rebase'
import { revertRevision } from '@/lib/editing/revert'
import { approve, submit } from '@/lib/editing/review'
import { standingOf } from '@/lib/editing/standing'
import type { TypedEntry } from '@/lib/editing/typed'
import { aDesk, aDraft, ana, ben, cai, entry, lookedAt, printed, published, refusal, value } from './desk'

beforeAll(aDesk)
afterAll(closeDatabase)

const KEY = 'mofcom-ann-2025-70'
const head = async () => (await headRevision()) ?? 0

/** The source as it stands now, with something else in it. */
async function source(said: object, key = KEY): Promise<TypedEntry> {
  const now = (await ledgerAt(await head()))?.sources.find((one) => one.key === key)
  return entry('source', { ...(now ?? printed('source', KEY)), key, ...said })
}

const standing = async (key = KEY) => (await ledgerAt(await head()))?.sources.find((one) => one.key === key)
const entriesOf = async (draft: string) => (await openedDraft(ana, draft))?.entries ?? []
const retire = (key: string): TypedEntry => ({
  id: crypto.randomUUID(),
  kind: 'source',
  key,
  version: null,
  retirement: { why: 'Nobody cites it.', replacedBy: null },
})

/** A source that nothing cites, so that it may come and go. */
async function aLooseSource(key: string): Promise<void> {
  await published(await aDraft('addition', [await source({ title: key, url: null, note: 'Loose.' }, key)]))
}

describe('a draft whose base moved', () => {
  test('takes what only one side changed, and asks for the rest, field by field', async () => {
    const draft = await aDraft('wording', [await source({ note: 'Yours.', publisher: 'Yours' })])
    await published(await aDraft('wording', [await source({ note: 'Theirs.', title: 'Theirs' })]))
    const comparison = await compareWithHead(ana, draft)
    const compared = comparison?.moved[0]
    const told = compared?.fields.filter(({ outcome }) => outcome !== 'same')

    expect(comparison).toMatchObject({ base: (await head()) - 1, head: await head(), untouched: 0 })
    expect(told?.map(({ field, outcome }) => `${field}: ${outcome}`).sort()).toEqual([
      'note: conflict',
      'publisher: yours',
      'title: theirs',
    ])
    const unchosen = refusal(await rebaseDraft(ana, { draft, head: await head(), choices: {} }))
    expect(sayEditRefusal(unchosen)).toBe('Choose, for every field that both sides changed, whose value stands.')

    const choices = { [compared?.entry ?? '']: { note: 'yours' } } as const
    const rebased = value(await rebaseDraft(ana, { draft, head: await head(), choices }))
    expect(rebased).toMatchObject({ base: await head(), state: 'open' })
    expect((await standingOf(ana, draft))?.entries[0]?.moved).toBe(false)
    await published(draft)
    expect(await standing()).toMatchObject({ note: 'Yours.', publisher: 'Yours', title: 'Theirs' })
    expect((await openedDraft(ana, draft))?.comments[0]).toMatchObject({
      act: 'rebased',
      words: `Moved from revision ${rebased.base - 1} to revision ${rebased.base}.`,
    })
  })

  test('takes their value where that is chosen, and drops an entry that then changes nothing', async () => {
    const draft = await aDraft('wording', [
      await source({ note: 'Mine.' }),
      await source({ note: 'Apart.' }, 'clarkhill-ann70'),
    ])
    await published(await aDraft('wording', [await source({ note: 'Rather this.' })]))
    const [compared] = (await compareWithHead(ana, draft))?.moved ?? []
    const choices = { [compared?.entry ?? '']: { note: 'theirs' } } as const
    value(await rebaseDraft(ana, { draft, head: await head(), choices }))

    expect((await entriesOf(draft)).map(({ key }) => key)).toEqual(['clarkhill-ann70'])
  })

  test('goes along as it is where no entry met another version, and no approval survives', async () => {
    const draft = await aDraft('correction', [await source({ note: 'Untouched.' })])
    value(await submit(ana, { draft, words: '' }))
    value(await approve(ben, { ...(await lookedAt(draft)), words: '' }))
    await published(await aDraft('wording', [await source({ note: 'Elsewhere.' }, 'clarkhill-ann70')]))
    const rebased = value(await rebaseDraft(cai, { draft, head: await head(), choices: {} }))

    expect(rebased).toMatchObject({ state: 'submitted', approvedBy: null, contributors: [{ name: 'Ana' }] })
    expect(value(await publishDraft(ben, await lookedAt(draft))).revision).toBe(await head())
  })

  test('whoever settles its conflicts has written some of it', async () => {
    const draft = await aDraft('correction', [await source({ note: 'One.' })])
    value(await submit(ana, { draft, words: '' }))
    await published(await aDraft('wording', [await source({ note: 'Two.' })]))
    const [compared] = (await compareWithHead(ben, draft))?.moved ?? []
    const choices = { [compared?.entry ?? '']: { note: 'yours' } } as const
    const rebased = value(await rebaseDraft(ben, { draft, head: await head(), choices }))

    expect(rebased).toMatchObject({ state: 'open', contributors: [{ name: 'Ana' }, { name: 'Ben' }] })
    value(await submit(ana, { draft, words: '' }))
    expect(refusal(await publishDraft(ben, await lookedAt(draft)))).toMatchObject({ why: 'second-person' })
  })

  test('is compared again when the record moves once more', async () => {
    const draft = await aDraft('wording', [await source({ note: 'Slow.' })])
    await published(await aDraft('wording', [await source({ note: 'Quick.' })]))
    const seen = await head()
    await published(await aDraft('wording', [await source({ note: 'Quicker.' })]))
    const late = refusal(await rebaseDraft(ana, { draft, head: seen, choices: {} }))

    expect(late).toMatchObject({ why: 'base-moved', comparison: { head: await head() } })
    expect((await openedDraft(ana, draft))?.draft.base).toBe(seen - 1)
  })

  test.for(['yours', 'theirs'] as const)('that retires what others changed asks for the whole: %s', async (side) => {
    const key = `loose-${side}`
    await aLooseSource(key)
    const draft = await aDraft('correction', [retire(key)])
    await published(await aDraft('wording', [await source({ note: 'Still here.' }, key)]))
    const [compared] = (await compareWithHead(ana, draft))?.moved ?? []

    expect(compared).toMatchObject({ conflict: true, yours: null, theirs: { note: 'Still here.' } })
    const choices = { [compared?.entry ?? '']: { [WHOLE]: side } }
    value(await rebaseDraft(ana, { draft, head: await head(), choices }))
    expect(await entriesOf(draft)).toHaveLength(side === 'yours' ? 1 : 0)
    if (side === 'yours') await published(draft)
    expect(await standing(key)).toEqual(side === 'yours' ? undefined : expect.objectContaining({ key }))
  })

  test('that retires what others retired too has nothing left to do', async () => {
    await aLooseSource('loose-twice')
    const draft = await aDraft('correction', [retire('loose-twice')])
    await published(await aDraft('correction', [retire('loose-twice')]))
    value(await rebaseDraft(ana, { draft, head: await head(), choices: {} }))

    expect(await entriesOf(draft)).toEqual([])
  })
})

describe('taking a revision back', () => {
  const back = async (revision: number, only?: readonly { kind: 'source'; key: string }[]) => {
    const id = crypto.randomUUID()
    const reverted = value(await revertRevision(ana, { id, revision, ...(only === undefined ? {} : { only }) }))
    return { id, ...reverted }
  }

  test('puts back what stood before: changed records, new ones, and retired ones', async () => {
    await aLooseSource('to-be-retired')
    const before = await ledgerAt(await head())
    const revision = await published(
      await aDraft('correction', [
        await source({ note: 'A mistake.' }),
        await source({ title: 'A new one', url: null }, 'a-new-one'),
        retire('to-be-retired'),
      ]),
    )
    const { id, draft, later } = await back(revision)

    expect(draft).toMatchObject({ kind: 'correction', reverts: revision, title: `Take back revision ${revision}` })
    expect(later).toEqual([])
    expect((await entriesOf(id)).map(({ key, does }) => `${does.what} ${key}`).sort()).toEqual([
      'record mofcom-ann-2025-70',
      'record to-be-retired',
      'retire a-new-one',
    ])
    const taken = await published(id)
    expect(await ledgerAt(taken)).toEqual(before)
    expect((await revisionsForEditors(ana))[0]).toMatchObject({ number: taken, publication: { reverts: revision } })
    expect(await ledgerAt(revision)).not.toEqual(before)
  })

  test('is told to readers where all of it is put back by a correction, and nowhere else', async () => {
    const both = async (note: string) => [await source({ note }), await source({ note }, 'clarkhill-ann70')]
    const revision = await published(await aDraft('wording', await both('Wrong.')))
    const told = async (draft: string) => {
      const number = await published(draft)
      return (await revisionsForEditors(ana)).find((one) => one.number === number)?.publication?.reverts
    }
    const another = (await back(revision)).id
    value(await describeDraft(ana, another, { title: 'Words', kind: 'wording', reason: 'Better words.', version: 1 }))
    expect(await told(another)).toBeNull()

    const second = await published(await aDraft('wording', await both('Wrong again.')))
    const part = (await back(second, [{ kind: 'source', key: KEY }])).id
    expect(await told(part)).toBeNull()
    expect(await told((await back(second)).id)).toBe(second)

    const third = await published(await aDraft('wording', await both('Wrong once more.')))
    const rewritten = (await back(third)).id
    const [first] = await entriesOf(rewritten)
    if (first?.does.what !== 'record') throw new Error('no record to write again')
    const typed = { id: first.id, kind: first.kind, printed: { ...first.does.printed, note: 'Else.' }, version: 1 }
    value(await putEntry(ana, rewritten, typed))
    expect(await told(rewritten)).toBeNull()
  })

  test('can be taken back in turn', async () => {
    const revision = await published(await aDraft('wording', [await source({ note: 'To and fro.' })]))
    const taken = await published((await back(revision)).id)
    await published((await back(taken)).id)

    expect(await standing()).toMatchObject({ note: 'To and fro.' })
  })

  test('takes back single changes of it where these are named', async () => {
    const revision = await published(
      await aDraft('wording', [await source({ note: 'Both.' }), await source({ note: 'Both.' }, 'clarkhill-ann70')]),
    )
    const { id } = await back(revision, [{ kind: 'source', key: 'clarkhill-ann70' }])

    expect((await entriesOf(id)).map(({ key }) => key)).toEqual(['clarkhill-ann70'])
  })

  test('of a record that changed again leaves the later change, and says which revision it was', async () => {
    const was = await standing()
    const revision = await published(await aDraft('wording', [await source({ note: 'Earlier.' })]))
    const later = await published(await aDraft('wording', [await source({ publisher: 'Later' })]))
    const reverted = await back(revision)

    expect(reverted.later).toEqual([{ kind: 'source', key: KEY, revision: later }])
    await published(reverted.id)
    expect(await standing()).toEqual({ ...was, publisher: 'Later' })
  })

  test('a form posted twice begins one draft', async () => {
    const revision = await published(await aDraft('wording', [await source({ note: 'Once.' })]))
    const id = crypto.randomUUID()
    value(await revertRevision(ana, { id, revision }))
    value(await revertRevision(ana, { id, revision }))

    expect(await entriesOf(id)).toHaveLength(1)
  })

  test('is refused where there is nothing to take back', async () => {
    const revision = await published(await aDraft('wording', [await source({ note: 'Back already.' })]))
    await published((await back(revision)).id)
    const attempt = async (number: number) =>
      refusal(await revertRevision(ana, { id: crypto.randomUUID(), revision: number }))

    expect(await attempt(revision)).toEqual({ why: 'nothing-to-take-back', revision })
    expect(await attempt(1)).toEqual({ why: 'nothing-to-take-back', revision: 1 })
    expect(await attempt(10_000)).toEqual({ why: 'no-revision', revision: 10_000 })
    expect(await attempt(Number.NaN)).toMatchObject({ why: 'no-revision' })
  })
})
