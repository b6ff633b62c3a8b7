import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayEditRefusal } from '@/lib/contract/edit/refusal'
import { closeDatabase, kept } from '@/lib/db/client'
import { abandonDraft, describeDraft, draftsFor, openDraft, openedDraft } from '@/lib/editing/drafts'
import { openDraftWith, putEntries, putEntry, removeEntry, retireKey } from '@/lib/editing/entries'
import { comment, submit } from '@/lib/editing/review'
import { standingOf } from '@/lib/editing/standing'
import { aDesk, aDraft, ana, ben, entry, printed, published, refusal, reworded, value, vera } from './desk'

beforeAll(aDesk)
afterAll(closeDatabase)

const said = { title: 'Announcement 70 goes on', kind: 'law', reason: '' } as const
const entriesOf = async (draft: string) => (await openedDraft(vera, draft))?.entries ?? []

/** A source as somebody begins to type it: nothing about it is right yet. */
const begun = (title: string) => ({ key: '', title, url: 'not an address' })

describe('a draft', () => {
  test('says in no text what a feed could never tell; ends of lines and tabs stay', async () => {
    const open = (reason: string) => openDraft(ana, { ...said, reason, id: randomUUID() })
    expect(refusal(await open('Pasted:\u000bnext line'))).toEqual({ why: 'text-unreadable', field: 'reason' })
    expect(value(await open('Typed:\r\n\tnext line')).reason).toBe('Typed:\r\n\tnext line')
  })

  test('is begun on the newest revision by one person, and read by whoever is signed in', async () => {
    const id = randomUUID()
    const draft = value(await openDraft(ana, { ...said, id }))

    expect(draft).toMatchObject({ id, ...said, base: 1, state: 'open', author: { name: 'Ana' }, version: 1 })
    expect((await openedDraft(vera, id))?.draft).toEqual(draft)
    expect((await draftsFor(vera)).map((one) => one.id)).toContain(id)
  })

  test('is begun once by a form that is posted twice, at once or later', async () => {
    const id = randomUUID()
    const posts = await Promise.all([openDraft(ana, { ...said, id }), openDraft(ana, { ...said, id })])
    const again = await openDraft(ana, { ...said, id })

    expect(posts.map((post) => value(post).id)).toEqual([id, id])
    expect(value(again).id).toBe(id)
    expect((await draftsFor(ana)).filter((one) => one.id === id)).toHaveLength(1)
    expect(refusal(await openDraft(ben, { ...said, id }))).toEqual({ why: 'id-taken' })
  })

  test('with entries is begun once too, and holds each entry once', async () => {
    const id = randomUUID()
    const entries = [entry('source', begun('One')), entry('source', begun('Two'))]
    value(await openDraftWith(ana, { ...said, id, on: 1 }, entries))
    value(await openDraftWith(ana, { ...said, id, on: 1 }, entries))

    expect(await entriesOf(id)).toHaveLength(2)
  })

  test('with an entry that cannot be kept is not begun at all', async () => {
    const id = randomUUID()
    const entries = [entry('source', begun('One')), entry('source', begun('\0'))]

    expect(refusal(await openDraftWith(ana, { ...said, id, on: 1 }, entries))).toEqual({
      why: 'text-unreadable',
      field: 'title',
    })
    expect(await openedDraft(ana, id)).toBeNull()
  })

  test('with an entry that belongs to another draft leaves nothing behind', async () => {
    const theirs = entry('source', begun('Theirs'))
    await aDraft('law', [theirs])
    const id = randomUUID()

    expect(refusal(await openDraftWith(ana, { ...said, id, on: 1 }, [theirs]))).toEqual({ why: 'id-taken' })
    expect(await openedDraft(ana, id)).toBeNull()
  })

  test('is written against the revision that its entries were made on, whatever was published since', async () => {
    await published(await aDraft('wording', [reworded({ note: 'Meanwhile.' })]))
    const id = randomUUID()
    value(await openDraftWith(ana, { ...said, id, on: 1 }, [reworded({ note: 'Made on the first.' })]))

    expect((await openedDraft(ana, id))?.draft.base).toBe(1)
    expect((await standingOf(ana, id))?.entries.map(({ moved }) => moved)).toEqual([true])
  })

  test('is renamed by the first of two, and the second sees both', async () => {
    const draft = await aDraft('law', [])
    const first = value(await describeDraft(ana, draft, { ...said, title: 'Hers', version: 1 }))
    const second = refusal(await describeDraft(ben, draft, { ...said, title: 'His', version: 1 }))

    expect(first).toMatchObject({ title: 'Hers', version: 2 })
    expect(second).toMatchObject({ why: 'draft-moved', theirs: { title: 'Hers' }, yours: { title: 'His' } })
    expect(sayEditRefusal(second)).toContain('“Hers”')
    expect((await openedDraft(ana, draft))?.draft.title).toBe('Hers')
  })

  test('that was abandoned is read and no longer written', async () => {
    const draft = await aDraft('wording', [reworded()])
    value(await abandonDraft(ben, draft))
    value(await abandonDraft(ana, draft))

    const late = refusal(await putEntry(ana, draft, { ...begunEntry(), version: null }))
    expect(late).toEqual({ why: 'closed', state: 'abandoned', revision: null })
    expect(await entriesOf(draft)).toHaveLength(1)
  })

  test('with entries that is posted twice at once holds each entry once', async () => {
    const id = randomUUID()
    const posts = [1, 2, 3].map(() => openDraftWith(ana, { ...said, id, on: 1 }, [entry('source', begun('One'))]))

    expect((await Promise.all(posts)).map((post) => value(post).id)).toEqual([id, id, id])
    expect(await entriesOf(id)).toHaveLength(1)
  })

  test.for(['', 'x', '00000000-0000-4000-8000-00000000000g', randomUUID()])(
    'under the id %j is not there',
    async (id) => {
      expect(await openedDraft(ana, id)).toBeNull()
      expect(refusal(await abandonDraft(ana, id))).toEqual({ why: 'no-draft' })
    },
  )
})

const begunEntry = () => ({ id: randomUUID(), kind: 'source', printed: begun('Begun') }) as const

describe('an entry', () => {
  test('is kept as it was typed, right or wrong, value for value', async () => {
    const draft = await aDraft('law', [])
    const typed = {
      ...begunEntry(),
      printed: { key: ' ', nothing: null, list: [1, 'two', { three: 3.5 }], 汉字: '“…” \u202E ‮ \u0007 🜚', '': '' },
    }
    const saved = value(await putEntry(ana, draft, { ...typed, version: null }))

    expect(saved).toMatchObject({ kind: 'source', key: ' ', changedBy: { name: 'Ana' }, version: 1 })
    expect((await entriesOf(draft))[0]?.does).toEqual({ what: 'record', printed: typed.printed })
  })

  test('is one entry, however often its form is posted', async () => {
    const draft = await aDraft('law', [])
    const typed = { ...begunEntry(), version: null }
    const posts = await Promise.all([
      putEntry(ana, draft, typed),
      putEntry(ana, draft, typed),
      putEntry(ana, draft, typed),
    ])

    expect(posts.map((post) => value(post).version)).toEqual([1, 1, 1])
    expect(await entriesOf(draft)).toHaveLength(1)
  })

  test('that two save at once keeps the first, and shows the second both, field by field', async () => {
    const draft = await aDraft('wording', [])
    const record = printed('source', 'mofcom-ann-2025-70')
    const id = randomUUID()
    value(await putEntry(ana, draft, { id, kind: 'source', printed: record, version: null }))
    const hers = { ...record, note: 'Hers', language: 'en' }
    const his = { ...record, note: 'His', publisher: 'Somebody' }
    value(await putEntry(ana, draft, { id, kind: 'source', printed: hers, version: 1 }))
    const second = refusal(await putEntry(ben, draft, { id, kind: 'source', printed: his, version: 1 }))

    expect(second).toMatchObject({
      why: 'entry-moved',
      theirs: { does: { printed: hers }, version: 2 },
      yours: { printed: his },
    })
    const told = second.why === 'entry-moved' ? second.fields.filter(({ outcome }) => outcome !== 'same') : []
    expect(told.map(({ field, outcome }) => `${field}: ${outcome}`).sort()).toEqual([
      'language: theirs',
      'note: conflict',
      'publisher: yours',
    ])
    expect(sayEditRefusal(second)).toContain('Ana saved this entry while you wrote')
    expect((await entriesOf(draft))[0]?.does).toEqual({ what: 'record', printed: hers })

    value(await putEntry(ben, draft, { id, kind: 'source', printed: his, version: 2 }))
    expect((await openedDraft(ana, draft))?.draft.contributors.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
  })

  test('that somebody took out meanwhile is told, with what was typed', async () => {
    const typed = begunEntry()
    const draft = await aDraft('law', [{ ...typed, version: null }])
    value(await removeEntry(ben, draft, { id: typed.id, version: 1 }))
    value(await removeEntry(ben, draft, { id: typed.id, version: 1 }))

    const late = refusal(await putEntry(ana, draft, { ...typed, printed: begun('More'), version: 1 }))
    expect(late).toMatchObject({ why: 'entry-moved', theirs: null, yours: { printed: begun('More') } })
  })

  test('is not taken out by somebody who saw another version of it', async () => {
    const typed = begunEntry()
    const draft = await aDraft('law', [{ ...typed, version: null }])
    value(await putEntry(ana, draft, { ...typed, printed: begun('More'), version: 1 }))

    expect(refusal(await removeEntry(ben, draft, { id: typed.id, version: 1 }))).toMatchObject({ why: 'entry-moved' })
    expect(await entriesOf(draft)).toHaveLength(1)
  })

  test.for(['', 'x'])('under the id %j cannot be', async (id) => {
    const draft = await aDraft('law', [])

    expect(refusal(await putEntry(ana, draft, { ...begunEntry(), id, version: null }))).toEqual({ why: 'no-entry' })
    expect(refusal(await removeEntry(ana, draft, { id, version: 1 }))).toEqual({ why: 'no-entry' })
    expect(refusal(await comment(ana, { id, draft, words: 'Hm.' }))).toEqual({ why: 'no-entry' })
  })

  test('of another draft is neither moved nor written over', async () => {
    const typed = begunEntry()
    const draft = await aDraft('law', [{ ...typed, version: null }])
    const other = await aDraft('law', [])

    expect(refusal(await putEntry(ana, other, { ...typed, version: null }))).toEqual({ why: 'id-taken' })
    expect(refusal(await putEntries(ana, other, [{ ...typed, version: null }]))).toEqual({ why: 'id-taken' })
    expect(await entriesOf(draft)).toHaveLength(1)
  })

  test('of a draft under review is not written until the draft is taken back', async () => {
    const draft = await aDraft('law', [entry('source', begun('One'))])
    value(await submit(ana, { draft, words: '' }))

    expect(refusal(await putEntry(ana, draft, { ...begunEntry(), version: null }))).toEqual({
      why: 'wrong-step',
      state: 'submitted',
    })
  })

  test('retires a key with its reason, and never without one', async () => {
    const draft = await aDraft('correction', [])
    const typed = { id: randomUUID(), kind: 'event', key: 'some-event', version: null } as const
    const blank = await retireKey(ana, draft, { ...typed, retirement: { why: ' ', replacedBy: null } })
    const saved = await retireKey(ana, draft, { ...typed, retirement: { why: ' Never was. ', replacedBy: '' } })

    expect(refusal(blank)).toEqual({ why: 'text-missing', field: 'why' })
    expect(value(saved).does).toEqual({ what: 'retire', retirement: { why: 'Never was.', replacedBy: null } })
  })
})

describe('too much, or no text at all', () => {
  test('an entry of 2 MB is refused in words, and nothing is half-written', async () => {
    const draft = await aDraft('law', [])
    const large = { ...begunEntry(), printed: { ...begun('Large'), note: '稀'.repeat(700_000) }, version: null }
    const found = refusal(await putEntry(ana, draft, large))

    expect(found).toMatchObject({ why: 'entry-too-large', limit: 2_000_000 })
    expect(sayEditRefusal(found)).toBe(
      'This entry has 2.10 MB. An entry may have at most 2 MB: shorten its longest text.',
    )
    expect(await entriesOf(draft)).toEqual([])
  })

  test('a draft of more than 20,000 entries is refused whole, and one of 20,000 is kept', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => entry('event', { key: `e-${at}` }))
    const draft = await aDraft('addition', many)
    const more = refusal(await putEntries(ana, draft, [entry('event', { key: 'one-more' })]))

    expect(more).toEqual({ why: 'too-many-entries', limit: 20_000 })
    expect(sayEditRefusal(more)).toBe('A draft holds at most 20,000 entries. Publish it in parts.')
    expect(await kept().editors.prisma.draftEntry.count({ where: { draft } })).toBe(20_000)
  })

  test.for([
    ['the character zero', 'a\0b'],
    ['half a character', 'a\uD83D'],
  ] as const)('%s is told by the field it stands in', async ([, text]) => {
    const draft = await aDraft('law', [])
    const typed = { ...begunEntry(), printed: { key: 'x', asserts: [{ materials: ['Dy', text] }] }, version: null }
    const found = refusal(await putEntry(ana, draft, typed))

    expect(found).toEqual({ why: 'text-unreadable', field: 'asserts[0].materials[1]' })
    expect(refusal(await openDraft(ana, { ...said, id: randomUUID(), title: text }))).toEqual({
      why: 'text-unreadable',
      field: 'title',
    })
  })

  test.for([
    ['title', 201, 'The title has 201 characters. At most 200 are kept.'],
    ['reason', 10_001, 'The reason has 10,001 characters. At most 10,000 are kept.'],
  ] as const)('a %s of %d characters is refused', async ([field, length, words]) => {
    const found = refusal(await openDraft(ana, { ...said, id: randomUUID(), [field]: 'x'.repeat(length) }))

    expect(found).toMatchObject({ why: 'text-too-long', field, length })
    expect(sayEditRefusal(found)).toBe(words)
  })

  test('a draft without a title is asked for one', async () => {
    const found = refusal(await openDraft(ana, { ...said, id: randomUUID(), title: ' ' }))

    expect(sayEditRefusal(found)).toBe('Enter a title.')
  })
})

describe('a role that was taken away', () => {
  test('no longer writes, whatever the request brought as proof', async () => {
    const draft = await aDraft('law', [])
    const { person } = kept().editors.prisma
    await person.update({ where: { id: 'ana' }, data: { role: 'viewer' } })
    const asViewer = await putEntry(ana, draft, { ...begunEntry(), version: null })
    await person.update({ where: { id: 'ana' }, data: { role: 'editor', disabledAt: new Date() } })
    const asNobody = await openDraft(ana, { ...said, id: randomUUID() })
    await person.update({ where: { id: 'ana' }, data: { disabledAt: null } })

    expect([refusal(asViewer), refusal(asNobody)]).toEqual([
      { why: 'role-lost', needs: 'editor' },
      { why: 'role-lost', needs: 'editor' },
    ])
    expect(await entriesOf(draft)).toEqual([])
  })
})
