import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankRecord } from '@/lib/contract/edit/form/blank'
import { controlsOf } from '@/lib/contract/edit/form/control'
import { type Posted, postedBy } from '@/lib/contract/edit/form/posted'
import { type FormRefusal, notSaved } from '@/lib/contract/edit/form/save-state'
import { closeDatabase } from '@/lib/db/client'
import { openedDraft } from '@/lib/editing/drafts'
import { draftToWrite, entryToWrite, keysToWrite, startOf } from '@/lib/editing/entry-form'
import { autosaveForm, saveForm } from '@/lib/editing/save-form'
import type { Result } from '@/lib/ledger/result'
import { aDesk, aDraft, ana, ben, vera } from './desk'

beforeAll(aDesk)
afterAll(closeDatabase)

/** What a browser posts of a source that says only this. */
function source(said: { readonly [field: string]: string }, version = ''): readonly Posted[] {
  const fields = postedBy(controlsOf('source', { ...blankRecord('source'), ...said }))
  return [['_kind', 'source'], ['_version', version], ...fields]
}

function value<Value>(result: Result<Value, FormRefusal>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

function refusal(result: Result<unknown, FormRefusal>): FormRefusal {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`)
  return result.refusal
}

const entriesOf = async (draft: string) => (await openedDraft(vera, draft))?.entries ?? []

test('a form is saved as it was typed, and one posted twice is one entry', async () => {
  const written = { draft: await aDraft('law', []), entry: randomUUID() }
  value(await saveForm(ana, written, source({ key: 'twice', url: 'not an address' })))
  value(await saveForm(ana, written, source({ key: 'twice', url: 'not an address' })))

  expect(await entriesOf(written.draft)).toMatchObject([
    { id: written.entry, key: 'twice', version: 1, does: { printed: { url: 'not an address', title: '' } } },
  ])
})

test.each([
  ['NUL bytes', 'a\u0000b'],
  ['half a sign', 'a\ud800'],
  ['two million signs', '长'.repeat(2_000_000)],
])('of a form with %s nothing is written, and it is told with everything carried along', async (_, title) => {
  const written = { draft: await aDraft('law', []), entry: randomUUID() }
  const posted = source({ key: 'whole', title })
  const why = refusal(await saveForm(ana, written, posted))
  const state = notSaved(why, posted)

  expect(why).toMatchObject({
    why: 'unkeepable',
    problems: [{ name: 'title', say: expect.stringContaining('“Title” h') }],
  })
  expect(state).toMatchObject({ step: 'refused', carried: expect.arrayContaining([{ name: 'title', value: title }]) })
  expect(await entriesOf(written.draft)).toEqual([])
})

test('a form that names no kind of record is refused', async () => {
  const written = { draft: await aDraft('law', []), entry: randomUUID() }

  expect(refusal(await saveForm(ana, written, [['_kind', 'constructor']]))).toEqual({ why: 'no-entry' })
})

test('a password that was typed into a form is not carried along', async () => {
  const state = notSaved({ why: 'no-draft' }, [
    ...source({ key: 'k' }),
    ['password', 'secret'],
    ['code', '1'],
    ['$ACTION_KEY', 'x'],
  ])

  expect(JSON.stringify(state)).not.toMatch(/secret|ACTION|"code"/)
})

test('of two who save one entry the second is asked only about the fields that differ', async () => {
  const written = { draft: await aDraft('law', []), entry: randomUUID() }
  value(await saveForm(ana, written, source({ key: 'both', title: 'One' })))
  value(await saveForm(ben, written, source({ key: 'both', title: 'Two' }, '1')))
  const posted = source({ key: 'both', title: 'Three' }, '1')
  const why = refusal(await saveForm(ana, written, posted))

  expect(notSaved(why, posted)).toMatchObject({
    step: 'moved',
    version: 2,
    fields: [{ field: 'title', theirs: '“Two”', yours: '“Three”', side: null }],
  })
  value(
    await saveForm(ana, written, [
      ...source({ key: 'both', title: 'Three', publisher: 'P' }, '2'),
      ['_choice.title', 'theirs'],
    ]),
  )
  expect((await entriesOf(written.draft))[0]?.does).toMatchObject({ printed: { title: 'Two', publisher: 'P' } })
})

test('what is saved by itself leaves the source that is written along to the form', async () => {
  const written = { draft: await aDraft('law', []), entry: randomUUID() }
  const along: readonly Posted[] = [
    ['_source-entry', randomUUID()],
    ['_source.key', 'along'],
    ['_source.title', 'Along'],
  ]
  const regime: readonly Posted[] = [
    ['_kind', 'regime'],
    ['_version', ''],
    ['key', 'r'],
  ]
  value(await autosaveForm(ana, written, [...regime, ...along]))
  expect((await entriesOf(written.draft)).map(({ kind }) => kind)).toEqual(['regime'])

  value(await saveForm(ana, written, [['_kind', 'regime'], ['_version', '1'], ['key', 'r'], ...along]))
  const entries = await entriesOf(written.draft)
  expect(entries.map(({ kind }) => kind).sort()).toEqual(['regime', 'source'])
  expect(entries.find(({ kind }) => kind === 'regime')?.does).toMatchObject({
    printed: { sources: [{ source: 'along', locator: null }] },
  })
})

test('a copy says everything but the key, and a record that the draft writes is copied as the draft has it', async () => {
  const draft = await aDraft('law', [])
  const opened = await draftToWrite(ana, draft)
  if (opened === null) throw new Error('there is no draft')
  const alloy = startOf(opened, 'form', { from: 'record', key: 'alloy' })

  expect(alloy).toMatchObject({ key: 'alloy', nameZh: '合金' })
  expect(startOf(opened, 'form', { from: 'copy', key: 'alloy' })).toEqual({ ...alloy, key: '' })
  expect(startOf(opened, 'form', { from: 'copy', key: 'no-such-form' })).toBeNull()
  expect(startOf(opened, 'event', { from: 'nothing' })).toEqual(blankRecord('event'))
})

test('what a draft is about to add can be named at once', async () => {
  const draft = await aDraft('law', [])
  const entry = randomUUID()
  value(await saveForm(ana, { draft, entry }, source({ key: 'new-here', title: 'New here' })))
  const opened = await entryToWrite(ana, draft, entry)

  expect(await keysToWrite(ana, draft, 'source')).toContain('new-here')
  expect(opened?.listed.source.find(({ value: key }) => key === 'new-here')?.label).toBe('New here')
  expect(opened?.standing.problems.map(({ field }) => field)).toContain('publisher')
  expect(await entryToWrite(ana, draft, randomUUID())).toBeNull()
})
