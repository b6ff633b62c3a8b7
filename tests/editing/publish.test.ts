import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Editor } from '@/lib/auth/person'
import { pin, refine } from '@/lib/contract/address-reading'
import { sayEditRefusal } from '@/lib/contract/edit/refusal'
import { printedIn } from '@/lib/contract/record/printed'
import type { View } from '@/lib/contract/view'
import { changesIn } from '@/lib/db/changes'
import { closeDatabase, kept } from '@/lib/db/client'
import { lockHead } from '@/lib/db/editing/publishing'
import { ledgerAt } from '@/lib/db/ledger'
import { headRevision, revisions } from '@/lib/db/revisions'
import { describeDraft, openedDraft } from '@/lib/editing/drafts'
import { putEntry, removeEntry } from '@/lib/editing/entries'
import { fingerprintOf } from '@/lib/editing/fingerprint'
import { actsOn, revisionsForEditors } from '@/lib/editing/history'
import { previewDraft } from '@/lib/editing/preview'
import { publishDraft } from '@/lib/editing/publish'
import { approve, comment, confirmRule, overrideRule, requestChanges, submit, withdraw } from '@/lib/editing/review'
import { standingOf } from '@/lib/editing/standing'
import type { TypedEntry } from '@/lib/editing/typed'
import { reviewUrgent, urgentWaiting } from '@/lib/editing/urgent'
import { localDate } from '@/lib/ledger/interval'
import { verifyChain } from '@/lib/operating/verify-chain'
import { readExhibit } from '@/lib/reading/exhibit'
import { keepSnapshot } from '@/lib/sharing/snapshots'
import {
  aDesk,
  aDraft,
  ada,
  ana,
  ben,
  cai,
  entry,
  lookedAt,
  printed,
  published,
  refusal,
  reworded,
  value,
  vera,
} from './desk'
import { EXTENSION, NOTICE, theNotice } from './notice'

let url: string
beforeAll(async () => {
  url = await aDesk()
})
afterAll(closeDatabase)

const TODAY = new Date('2026-11-22T04:00:00Z')
const lateExtension = (draft: string) => ({ draft, rule: 'E3', kind: 'provision', key: EXTENSION, reason: '' }) as const
const theEvent = async () => (await ledgerAt(1))?.events[0]?.key ?? ''
const head = async () => (await headRevision()) ?? 0
const stateOf = async (draft: string) => (await openedDraft(ana, draft))?.draft

describe('how a draft stands', () => {
  test('is told entry by entry: what is wrong, what it changes, what stood there', async () => {
    const draft = await aDraft('law', [
      entry('form', printed('form', 'metal')),
      entry('form', printed('form', 'oxide', { nameEn: 'Oxides' })),
      entry('form', { key: 'No Key', nameEn: 7 }),
      entry('form', {}),
      {
        id: crypto.randomUUID(),
        kind: 'form',
        key: 'unheard-of',
        version: null,
        retirement: { why: 'Gone.', replacedBy: null },
      },
    ])
    const standing = await standingOf(vera, draft, TODAY)
    const told = standing?.entries.map((one) => ({
      key: one.entry.key,
      changes: one.change !== null,
      stood: one.before?.['nameEn'] ?? null,
      fields: one.problems.map(({ field }) => field),
    }))

    expect(told).toEqual([
      { key: '', changes: false, stood: null, fields: ['key'] },
      { key: 'No Key', changes: false, stood: null, fields: ['key', 'nameEn', 'nameZh', 'family', 'order'] },
      { key: 'metal', changes: false, stood: 'Metal', fields: [] },
      { key: 'oxide', changes: true, stood: 'Oxide', fields: [] },
      { key: 'unheard-of', changes: false, stood: null, fields: [null] },
    ])
    expect(standing).toMatchObject({ base: await head(), publishable: false, needsAnother: true })
  })

  test('says which steps are to be confirmed, for what they say now and nothing else', async () => {
    const entries = theNotice()
    const draft = await aDraft('law', entries)
    const open = async () =>
      (await standingOf(ana, draft, TODAY))?.broken.filter((one) => one.open).map((one) => one.rule)
    const before = await open()
    value(await confirmRule(ana, lateExtension(draft)))
    const confirmed = await open()
    const extension = entries.at(-1)
    if (extension === undefined || !('printed' in extension)) throw new Error('the notice has no extension')
    value(
      await putEntry(ana, draft, {
        ...extension,
        printed: { ...extension.printed, effectiveFrom: '2026-11-19' },
        version: 1,
      }),
    )

    expect([...new Set(before)]).toEqual(['E3'])
    expect(confirmed).toEqual([])
    expect([...new Set(await open())]).toContain('E3')
  })

  test('sets aside no rule that must be mended, and none that is not broken', async () => {
    const draft = await aDraft('law', [
      entry('event', printed('event', await theEvent(), { instruments: ['cn-2099-1'] })),
    ])
    const dangling = { draft, rule: 'E8', kind: 'event', key: await theEvent(), reason: 'It is right.' } as const

    expect(refusal(await confirmRule(ana, dangling))).toEqual({ why: 'rule-holds' })
    expect(refusal(await overrideRule(ben, dangling))).toEqual({ why: 'rule-holds' })
    expect(refusal(await overrideRule(ben, { ...dangling, rule: 'E3' }))).toEqual({ why: 'rule-holds' })
    expect(refusal(await overrideRule(ben, { ...dangling, reason: ' ' }))).toMatchObject({ why: 'text-missing' })
  })

  test('lets a reviewer override a rule that can be wrong, with a reason', async () => {
    const unsourced = theNotice().map((one) =>
      'printed' in one && one.kind === 'instrument'
        ? { ...one, printed: { ...one.printed, sources: [{ source: 'mofcom-ann-2026-71', locator: 'para 1' }] } }
        : one,
    )
    const draft = await aDraft('law', unsourced)
    const rule = { draft, rule: 'E6', kind: 'instrument', key: NOTICE, reason: 'The text was seen in print.' } as const
    const isOpen = async () => (await standingOf(ana, draft, TODAY))?.broken.find((one) => one.rule === 'E6')?.open
    const before = await isOpen()
    const byConfirming = await confirmRule(ana, rule)
    value(await overrideRule(ben, rule))

    expect(before).toBe(true)
    expect(refusal(byConfirming)).toEqual({ why: 'rule-holds' })
    expect(await isOpen()).toBe(false)
    expect((await openedDraft(ana, draft))?.exceptions).toMatchObject([
      { rule: 'E6', act: 'overridden', reason: 'The text was seen in print.', by: { name: 'Ben' } },
    ])

    // It says the same of another record under the key, and nobody has looked at that one.
    const instrument = unsourced.find((one) => one.kind === 'instrument')
    if (instrument === undefined || !('printed' in instrument)) throw new Error('the notice is no instrument')
    value(
      await putEntry(ana, draft, { ...instrument, printed: { ...instrument.printed, summary: 'Else.' }, version: 1 }),
    )
    expect(await isOpen()).toBe(true)
  })
})

describe('a preview', () => {
  test('tells which snapshots it will be seen on, and by how many cells', async () => {
    const frozen = async (view: View) => {
      const exhibit = value(await readExhibit(pin({ view, ...refine({}) }, 1, localDate('2025-11-08'))))
      return { id: (await keepSnapshot(exhibit)).id, title: exhibit.title }
    }
    const holmium = await frozen({ name: 'material', key: 'Ho' })
    await frozen({ name: 'material', key: 'La' })
    await frozen({ name: 'sources' })
    const draft = await aDraft('law', theNotice())
    const preview = await previewDraft(ana, draft, TODAY)

    expect(preview?.frozen).toEqual({ looked: 2, moved: [{ ...holmium, cells: 10 }] })
  })

  test('lists what publishing does, and publishing does exactly that', async () => {
    const draft = await aDraft('law', theNotice())
    value(await confirmRule(ana, lateExtension(draft)))
    const preview = await previewDraft(vera, draft, TODAY)

    expect(preview).toMatchObject({ void: false, publishable: true, base: await head() })
    expect(preview?.impact?.firstDay).toBe('2026-11-11')
    expect(preview?.impact?.flips.length).toBeGreaterThan(20)
    const revision = await published(draft)
    expect(await changesIn(kept().database, revision)).toEqual(preview?.changes)
  })

  test('lets others have their turn while it is computed', async () => {
    const draft = await aDraft('law', theNotice())
    let turns = 0
    const others = setInterval(() => turns++, 0)
    const preview = await previewDraft(ana, draft, TODAY)
    clearInterval(others)

    expect(turns).toBeGreaterThan(((await ledgerAt(preview?.base ?? 0))?.materials.length ?? 0) / 2)
  })

  test('of a record that cannot be computed has no consequences, and says so', async () => {
    const key = await theEvent()
    const draft = await aDraft('law', [entry('event', printed('event', key, { instruments: ['cn-2099-1'] }))])

    expect((await previewDraft(ana, draft, TODAY))?.impact).toBeNull()
    expect(await previewDraft(ana, 'no-draft')).toBeNull()
  })

  test('is void once somebody else has published', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Void.' })])
    const looked = await lookedAt(draft)
    await published(await aDraft('wording', [reworded({ note: 'First.' })]))
    const late = refusal(await publishDraft(ana, looked))

    expect((await previewDraft(ana, draft))?.void).toBe(true)
    expect(late).toMatchObject({ why: 'base-moved', comparison: { moved: [{ kind: 'source', conflict: true }] } })
    expect(sayEditRefusal(late)).toBe(
      `Revision ${await head()} was published while you worked on ${(await head()) - 1}. Compare the two and move the draft onto ${await head()}, then look at the consequences again.`,
    )
  })
})

describe('publishing', () => {
  test('makes one revision of the draft, with its author as readers are told, and closes the chain', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Told.' })])
    const revision = await published(draft)
    const [newest] = await revisions()

    expect(newest).toMatchObject({ number: revision, kind: 'wording', author: 'Ana of Sluice' })
    expect(await stateOf(draft)).toMatchObject({ state: 'published', revision })
    expect(await verifyChain({ url })).toEqual({ ok: true, value: { revisions: revision } })
    expect((await revisionsForEditors(vera))[0]?.publication).toMatchObject({
      draft,
      authors: [{ name: 'Ana' }],
      publisher: { name: 'Ben' },
    })
    expect((await actsOn(vera, `revision/${revision}`)).map(({ act, by }) => `${by?.name} ${act}`)).toEqual([
      'Ana draft.opened',
      'Ana draft.entries-added',
      'Ana draft.submitted',
      'Ben draft.published',
    ])
  })

  test('names whoever chose a public name, and tells that others wrote some of it', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'By several.' })])
    for (const person of [ben, ada, cai]) {
      const more = entry('source', printed('source', 'mofcom-ann-2025-70', { key: `by-${person.id}` }))
      value(await removeEntry(person, draft, { id: (await putMore(person, draft, more)).id, version: 1 }))
    }
    value(await publishDraft(ana, await lookedAt(draft)))

    expect((await revisions())[0]?.author).toBe('Ana of Sluice, Cai and 2 editors')
  })

  test('takes place once the one before it is through, by its own time', async () => {
    const draft = await aDraft('correction', [reworded({ note: 'Waiting.' })])
    value(await submit(ana, { draft, words: '' }))
    const urgent = await aDraft('correction', [reworded({ note: 'Hurried before.' })], { by: cai })
    const { revision } = value(await publishDraft(cai, await lookedAt(urgent, true)))
    const waiting = await aDraft('wording', [reworded({ note: 'Waiting its turn.' })])
    const looked = await lookedAt(waiting)
    for (const act of [() => publishDraft(ana, looked), () => reviewUrgent(ben, { revision, words: '' })]) {
      let done: ReturnType<typeof act> | undefined
      const released = await kept().editors.prisma.$transaction(async (transaction) => {
        await lockHead(transaction)
        done = act()
        await transaction.$queryRaw`select 1 as waited from pg_sleep(0.2)`
        return new Date().toISOString()
      })
      if (done !== undefined) value(await done)

      const [newest] = await revisions()
      expect(newest !== undefined && newest.recordedAt >= released).toBe(true)
    }
  })

  test('says "an editor" of who chose no public name', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'By Ben.' })], { by: ben })
    value(await publishDraft(ben, await lookedAt(draft)))

    expect((await revisions())[0]?.author).toBe('an editor')
  })

  test('changes nothing that an earlier revision says', async () => {
    const before = structuredClone(await ledgerAt(await head()))
    const was = await head()
    await published(await aDraft('wording', [reworded({ note: 'Later.' })]))
    await closeDatabase()

    expect(await ledgerAt(was)).toEqual(before)
  })

  test('of two drafts at once on one base: the first is published, the second is told', async () => {
    const drafts = [
      await aDraft('wording', [reworded({ note: 'A' })]),
      await aDraft('wording', [reworded({ note: 'B' })]),
    ]
    const looked = await Promise.all(drafts.map((draft) => lookedAt(draft)))
    const was = await head()
    const outcomes = await Promise.all(looked.map((one) => publishDraft(ana, one)))

    expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { revision: was + 1 } }])
    expect(outcomes.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { why: 'base-moved' } }])
    expect(await head()).toBe(was + 1)
  })

  test('of one draft by two at once: one publishes it, the other is told as which revision', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Both.' })])
    const looked = await lookedAt(draft)
    const was = await head()
    const outcomes = await Promise.all([publishDraft(ana, looked), publishDraft(ben, looked)])

    expect(outcomes).toContainEqual({ ok: true, value: { revision: was + 1 } })
    expect(outcomes).toContainEqual({ ok: false, refusal: { why: 'published-already', revision: was + 1 } })
  })

  test('by a form that is posted twice is one revision', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Twice.' })])
    const looked = await lookedAt(draft)
    const outcomes = await Promise.all([publishDraft(ana, looked), publishDraft(ana, looked)])

    expect(outcomes[0]).toEqual(outcomes[1])
    expect(value(await publishDraft(ana, looked)).revision).toBe(await head())
  })

  test('of what was changed after it was looked at is refused', async () => {
    const changed = reworded({ note: 'Seen.' })
    const draft = await aDraft('wording', [changed])
    const looked = await lookedAt(draft)
    if (!('printed' in changed)) throw new Error('not a record')
    value(await putEntry(ana, draft, { ...changed, printed: { ...changed.printed, note: 'Unseen.' }, version: 1 }))
    const was = await head()

    expect(refusal(await publishDraft(ana, looked))).toEqual({ why: 'seen-another' })
    expect(await head()).toBe(was)
  })

  test('for another reason than was looked at, or to take another thing back, is refused', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Why.' })])
    const looked = await lookedAt(draft)
    value(
      await describeDraft(ana, draft, {
        title: 'Named again',
        kind: 'wording',
        reason: 'For another reason.',
        version: 1,
      }),
    )
    const another = refusal(await publishDraft(ana, looked))
    const { title, fingerprint } = { title: 'For editors alone', ...(await lookedAt(draft)) }
    value(await describeDraft(ana, draft, { title, kind: 'wording', reason: 'For another reason.', version: 2 }))

    expect(another).toEqual({ why: 'seen-another' })
    expect((await lookedAt(draft)).fingerprint).toBe(fingerprint)
    const [taking, nothing] = [2, null].map((reverts) =>
      fingerprintOf({ base: 1, kind: 'correction', reason: '', reverts }, []),
    )
    expect(taking).not.toBe(nothing)
  })

  test('of a draft that breaks a rule or has wrong fields is refused, with all of them', async () => {
    const draft = await aDraft('wording', [
      entry('form', printed('form', 'oxide', { order: 99 })),
      entry('form', { key: 'unfinished' }),
    ])
    const found = refusal(await publishDraft(ana, await lookedAt(draft)))

    expect(found).toMatchObject({
      why: 'breaks-rules',
      unfinished: [{ entry: { key: 'unfinished' } }],
      broken: [{ rule: 'E15', key: 'oxide' }],
    })
    expect(sayEditRefusal(found)).toBe(
      'The draft cannot be published yet: 5 points are left to mend, to confirm or to override.',
    )
  })

  test('of nothing, or for no reason, is refused', async () => {
    const same = await aDraft('wording', [entry('form', printed('form', 'metal'))])
    const silent = await aDraft('wording', [reworded({ note: 'Silent.' })], { reason: '' })

    expect(refusal(await publishDraft(ana, await lookedAt(same)))).toEqual({ why: 'nothing-to-publish' })
    expect(sayEditRefusal(refusal(await publishDraft(ana, await lookedAt(silent))))).toBe('Enter the reason.')
    expect(refusal(await submit(ana, { draft: silent, words: '' }))).toEqual({ why: 'text-missing', field: 'reason' })
  })

  test('by somebody whose role was taken away meanwhile is refused, and nothing is half-written', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Roleless.' })])
    const looked = await lookedAt(draft)
    const was = await head()
    const { person } = kept().editors.prisma
    await person.update({ where: { id: 'ana' }, data: { role: 'viewer' } })
    const outcome = await publishDraft(ana, looked)
    await person.update({ where: { id: 'ana' }, data: { role: 'editor' } })

    expect(refusal(outcome)).toEqual({ why: 'role-lost', needs: 'editor' })
    expect(await head()).toBe(was)
    expect((await stateOf(draft))?.state).toBe('open')
  })

  test('waits for a role that is being taken away, and is refused then', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Racing.' })])
    const looked = await lookedAt(draft)
    const { prisma } = kept().editors
    let publishing: ReturnType<typeof publishDraft> | undefined
    await prisma.$transaction(async (transaction) => {
      await transaction.person.update({ where: { id: 'ana' }, data: { disabledAt: new Date() } })
      publishing = publishDraft(ana, looked)
      await transaction.$queryRaw`select 1 as waited from pg_sleep(0.2)`
    })
    const outcome = await publishing
    await prisma.person.update({ where: { id: 'ana' }, data: { disabledAt: null } })

    expect(outcome).toEqual({ ok: false, refusal: { why: 'role-lost', needs: 'editor' } })
  })
})

describe('two persons', () => {
  let times = 0
  const corrected = () => entry('source', printed('source', 'mofcom-ann-2025-70', { note: `Corrected ${times++}.` }))

  test('publish a correction: who wrote some of it does not, and is told who wrote it', async () => {
    const draft = await aDraft('correction', [corrected()], { by: ben })
    value(await submit(ben, { draft, words: '' }))
    const alone = refusal(await publishDraft(ben, await lookedAt(draft)))

    expect(alone).toEqual({ why: 'second-person', writers: ['Ben'] })
    expect(value(await publishDraft(cai, await lookedAt(draft))).revision).toBe(await head())
  })

  test('are asked for even where an admin wrote some', async () => {
    const draft = await aDraft('correction', [corrected()], { by: ada })

    expect(refusal(await publishDraft(ada, await lookedAt(draft)))).toMatchObject({ why: 'second-person' })
  })

  test('means a reviewer: another editor does not publish it', async () => {
    const draft = await aDraft('correction', [corrected()], { by: ben })
    value(await submit(ben, { draft, words: '' }))

    expect(refusal(await publishDraft(ana, await lookedAt(draft)))).toEqual({ why: 'role-lost', needs: 'reviewer' })
  })

  test('publish it after it was submitted, and not while changes are asked for', async () => {
    const draft = await aDraft('correction', [corrected()])
    const early = refusal(await publishDraft(ben, await lookedAt(draft)))
    value(await submit(ana, { draft, words: 'Please look.' }))
    value(await submit(ana, { draft, words: 'Please look.' }))
    value(await requestChanges(ben, { draft, words: 'The note is too short.' }))
    const meanwhile = refusal(await publishDraft(ben, await lookedAt(draft)))

    expect(early).toEqual({ why: 'wrong-step', state: 'open' })
    expect(meanwhile).toEqual({ why: 'wrong-step', state: 'changes-requested' })
    expect((await openedDraft(ana, draft))?.comments.map(({ act, words }) => `${act}: ${words}`)).toEqual([
      'submitted: Please look.',
      'changes-requested: The note is too short.',
    ])
  })

  test('approve exactly what they looked at, and none of them wrote it', async () => {
    const draft = await aDraft('correction', [corrected()], { by: ben })
    value(await submit(ben, { draft, words: '' }))
    const { fingerprint } = await lookedAt(draft)
    const own = refusal(await approve(ben, { draft, fingerprint, words: '' }))
    const another = refusal(await approve(cai, { draft, fingerprint: 'another', words: '' }))
    const approved = value(await approve(cai, { draft, fingerprint, words: '' }))
    const taken = value(await withdraw(ben, { draft, words: '' }))

    expect(own).toEqual({ why: 'wrote-it' })
    expect(another).toEqual({ why: 'seen-another' })
    expect(approved).toMatchObject({ state: 'approved', approvedBy: { name: 'Cai' } })
    expect(taken).toMatchObject({ state: 'open', approvedBy: null })
  })

  test('are not asked for by what adds nothing to the law, and are by what does', async () => {
    const source = entry(
      'source',
      printed('source', 'mofcom-ann-2025-70', { key: 'a-late-find', url: null, title: 'Found' }),
    )
    const party = entry('instrument', printed('instrument', 'cn-2025-70', { summary: 'More is known.' }))
    const harmless = await aDraft('addition', [source])
    const ofTheLaw = await aDraft('addition', [party])

    expect((await standingOf(ana, harmless))?.needsAnother).toBe(false)
    expect((await standingOf(ana, ofTheLaw))?.needsAnother).toBe(true)
    expect(value(await publishDraft(ana, await lookedAt(harmless))).revision).toBe(await head())
  })

  test('are asked for by an addition that does more than add, but for new points of a series', async () => {
    const record = await ledgerAt(await head())
    const series = record?.indicators.find(({ points }) => points.length > 1)
    const form = record?.forms[0]?.key ?? ''
    if (record == null || series === undefined) throw new Error('no series of two points')
    const asked = async (one: TypedEntry) => (await standingOf(ana, await aDraft('addition', [one])))?.needsAnother
    const { points, ...stands } = printedIn('indicators', series) as { points: readonly object[] }
    const further = { ...points.at(-1), period: '2099' }
    const told = (said: object) => asked(entry('indicator', { ...stands, points, ...said }))

    const longer = await aDraft('addition', [entry('indicator', { ...stands, points: [...points, further] })])
    expect((await standingOf(ana, longer))?.needsAnother).toBe(false)
    expect(value(await publishDraft(ana, await lookedAt(longer))).revision).toBe(await head())
    expect(await told({ points: [...points.slice(1), further] })).toBe(true)
    expect(await told({ points: [...points.slice(0, -1), further] })).toBe(true)
    expect(await told({ title: 'Told otherwise' })).toBe(true)
    expect(await told({ key: 'a-series-of-the-test' })).toBe(false)
    expect(await asked(reworded({ note: 'More is known.' }))).toBe(true)
    expect(await asked(entry('form', printed('form', form, { order: 99 })))).toBe(true)
    const retirement = { why: 'Nobody needs it.', replacedBy: null }
    expect(
      await asked({ id: crypto.randomUUID(), kind: 'indicator', key: series.key, version: null, retirement }),
    ).toBe(true)
  })

  test('remarks are plain text, kept once, and said of drafts that ended too', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Remarked.' })])
    await published(draft)
    const id = crypto.randomUUID()
    value(await comment(ana, { id, draft, words: '<b>Well done.</b>' }))
    value(await comment(ana, { id, draft, words: '<b>Well done.</b>' }))
    const long = refusal(await comment(ana, { id: crypto.randomUUID(), draft, words: 'x'.repeat(10_001) }))

    expect((await openedDraft(ana, draft))?.comments.at(-1)).toMatchObject({ id, words: '<b>Well done.</b>' })
    expect(sayEditRefusal(long)).toBe('The remark has 10,001 characters. At most 10,000 are kept.')
  })
})

describe('in a hurry', () => {
  let time = 0
  const hurried = () => entry('source', printed('source', 'mofcom-ann-2025-70', { note: `Hurried ${time++}.` }))

  test('one reviewer publishes, and another must have reviewed it within 24 hours', async () => {
    const draft = await aDraft('correction', [hurried()], { by: ben })
    const { revision } = value(await publishDraft(ben, await lookedAt(draft, true), new Date('2026-11-22T09:00:00Z')))

    expect(await urgentWaiting(cai)).toEqual([
      {
        revision,
        reviewDue: '2026-11-23T09:00:00.000Z',
        publisher: 'Ben',
        writers: ['Ben'],
      },
    ])
    expect(refusal(await reviewUrgent(ben, { revision, words: '' }))).toEqual({ why: 'own-review' })

    const before = await ledgerAt(revision)
    const reviewed = value(await reviewUrgent(cai, { revision, words: 'It is right.' }))
    expect(reviewed.revision).toBe(revision + 1)
    expect((await revisions())[0]).toMatchObject({
      kind: 'verification',
      author: 'Cai',
      reason: `Reviewed revision ${revision}. It is right.`,
    })
    expect(await ledgerAt(revision + 1)).toEqual(before)
    expect(await urgentWaiting(cai)).toEqual([])
    expect((await revisionsForEditors(vera))[1]?.publication?.reviewedIn).toBe(revision + 1)
    expect(value(await reviewUrgent(cai, { revision, words: '' }))).toEqual(reviewed)
    expect(refusal(await reviewUrgent(ada, { revision, words: '' }))).toEqual({ why: 'reviewed-already' })
    expect(await verifyChain({ url })).toMatchObject({ ok: true })
  })

  test('an editor does not publish alone', async () => {
    const draft = await aDraft('correction', [hurried()])

    expect(refusal(await publishDraft(ana, await lookedAt(draft, true)))).toEqual({
      why: 'role-lost',
      needs: 'reviewer',
    })
  })

  test('nothing waits that somebody else published, and nothing else is reviewed so', async () => {
    const draft = await aDraft('correction', [hurried()])
    value(await submit(ana, { draft, words: '' }))
    const { revision } = value(await publishDraft(ben, await lookedAt(draft, true)))

    expect(await urgentWaiting(cai)).toEqual([])
    expect(refusal(await reviewUrgent(cai, { revision, words: '' }))).toEqual({ why: 'not-urgent' })
    expect(refusal(await reviewUrgent(cai, { revision: 9_999, words: '' }))).toEqual({ why: 'not-urgent' })
  })
})

describe('what the guards of the database refuse', () => {
  test('is a refusal in their words, and leaves nothing behind', async () => {
    const draft = await aDraft('wording', [reworded({ note: 'Guarded.' })])
    const looked = await lookedAt(draft)
    const was = await head()
    const { pool } = kept().editors
    const owner = await ownerOf(url)
    await owner.query(`create function refuse_all() returns trigger language plpgsql as $$ begin
      raise exception 'not today' using errcode = 'check_violation'; end $$;
      create constraint trigger refuse_all after insert on revision deferrable initially deferred
      for each row execute function refuse_all()`)
    const found = refusal(await publishDraft(ana, looked))
    await owner.query('drop trigger refuse_all on revision')
    await owner.end()

    expect(found).toEqual({ why: 'guarded', guard: 'not today' })
    expect(await head()).toBe(was)
    expect((await stateOf(draft))?.state).toBe('open')
    expect(pool.totalCount).toBeGreaterThan(0)
    expect(value(await publishDraft(ana, looked)).revision).toBe(was + 1)
  })
})

async function putMore(person: Editor, draft: string, one: TypedEntry) {
  if (!('printed' in one)) throw new Error('not a record')
  return value(await putEntry(person, draft, one))
}

async function ownerOf(address: string) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  return client
}
