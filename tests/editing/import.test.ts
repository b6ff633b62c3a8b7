import { beforeAll, describe, expect, test } from 'vitest'
import type { Editor } from '@/lib/auth/person'
import type { DryRun } from '@/lib/contract/edit/dry-run'
import { FILE_NAMES, FILES, type FileName } from '@/lib/contract/record/files'
import { closeDatabase, kept } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { exportOf } from '@/lib/editing/export'
import { draftOfDryRun, dryRun, dryRunOf, type Import } from '@/lib/editing/import'
import { previewDryRun } from '@/lib/editing/import-preview'
import type { Upload } from '@/lib/editing/import-read'
import { previewDraft } from '@/lib/editing/preview'
import { publishDraft } from '@/lib/editing/publish'
import { standingOf } from '@/lib/editing/standing'
import { draftLook } from '@/lib/editing/verify'
import { csvOf } from '@/lib/formats/csv'
import { localDate } from '@/lib/ledger/interval'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { useDatabase } from '../support/database'
import { anaAndBen } from '../support/people'
import { type Row, theFiles } from '../support/record-files'

const ana = { id: 'ana', name: 'Ana', role: 'reviewer' } as Editor
const ben = { id: 'ben', name: 'Ben', role: 'reviewer' } as Editor

let record: WholeRecord

beforeAll(async () => {
  await useDatabase('record')
  await anaAndBen(kept().editors)
  const first = await ledgerAt(1)
  if (first === null) throw new Error('there is no revision 1')
  record = first
  return closeDatabase
})

const file = (name: string, text: string): Upload => ({ name, bytes: new TextEncoder().encode(text) })
const json = (name: string, value: unknown): Upload => file(name, JSON.stringify(value))

async function run(uploads: readonly Upload[], said: Partial<Import> = {}): Promise<DryRun> {
  const made = await dryRun(ana, { uploads, kind: 'addition', retire: null, ...said })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}

/** `provisions.csv row 3 effect: is …`, as it is told. */
async function problemsOf(uploads: readonly Upload[], said: Partial<Import> = {}): Promise<readonly string[]> {
  const { problems } = await run(uploads, said)
  return problems.map(
    ({ upload, at, field, what }) =>
      `${[upload, at && `${at.by} ${at.number}`, field].filter((part) => part !== null).join(' ')}: ${what}`,
  )
}

const entriesOf = async (uploads: readonly Upload[], said: Partial<Import> = {}) =>
  (await dryRunOf(ana, (await run(uploads, said)).id))?.entries

const formsCsv = () => exportOf(record, { file: 'forms', format: 'csv' })

describe('what was exported', () => {
  test('is no change at all when it is imported, as one file of JSON', async () => {
    const { counts, problemCount } = await run([
      file('record.json', exportOf(record, { file: 'record', format: 'json' })),
    ])
    expect(problemCount).toBe(0)
    expect(counts).toEqual(
      FILE_NAMES.map((name) => ({ file: name, added: 0, changed: 0, retired: 0, same: record[name].length, left: 0 })),
    )
  })

  test.for(['json', 'csv'] as const)(
    'is no change at all as ten files of %s, with keys missing from none',
    async (format) => {
      const uploads = FILE_NAMES.map((name) =>
        file(`sluice-${name}-r1.${format}`, exportOf(record, { file: name, format })),
      )
      const { counts, problems } = await run(uploads, { retire: 'not there' })
      expect(problems).toEqual([])
      expect(counts.map(({ file: name, same }) => [name, same])).toEqual(
        FILE_NAMES.map((name) => [name, record[name].length]),
      )
      expect(counts.every(({ added, changed, retired, left }) => added + changed + retired + left === 0)).toBe(true)
    },
  )

  test('is known by its contents where its name says nothing', async () => {
    const uploads = FILE_NAMES.map((name) => file('download.csv', exportOf(record, { file: name, format: 'csv' })))
    const lists = FILE_NAMES.map((name) => file('download', exportOf(record, { file: name, format: 'json' })))
    for (const sent of [uploads, lists]) expect((await run(sent)).counts.map((count) => count.file)).toEqual(FILE_NAMES)
  })

  test('may have its records, fields and columns in another order', async () => {
    const rows = theFiles()
      .provisions.toReversed()
      .map((row) => Object.fromEntries(Object.entries(row).reverse()))
    const turned = csvOf(FILES.forms.columns.toReversed(), theFiles().forms.toReversed())
    const { counts, problems } = await run([json('provisions.json', rows), file('forms.csv', turned)])
    expect(problems).toEqual([])
    expect(counts.every(({ added, changed }) => added + changed === 0)).toBe(true)
  })
})

describe('a dry run', () => {
  const changed = () => theFiles().forms.map((row) => (row['key'] === 'alloy' ? { ...row, nameEn: 'Alloys' } : row))

  test('tells what would be added and changed, and leaves alone what is missing', async () => {
    const rows = [...changed().slice(0, 5), { key: 'wire', nameEn: 'Wire', nameZh: '线材', family: 'basic', order: 99 }]
    const { counts } = await run([json('forms.json', rows)])
    expect(counts).toEqual([{ file: 'forms', added: 1, changed: 1, retired: 0, same: 4, left: 19 }])
    expect(await entriesOf([json('forms.json', rows)])).toMatchObject([
      { kind: 'form', printed: { key: 'alloy', nameEn: 'Alloys' } },
      { kind: 'form', printed: { key: 'wire' } },
    ])
  })

  test('retires what is missing where that is asked for, with the reason, and only in files that were sent', async () => {
    const rows = theFiles().forms.slice(1)
    expect((await run([json('forms.json', rows)], { retire: ' Never used. ' })).counts).toEqual([
      { file: 'forms', added: 0, changed: 0, retired: 1, same: rows.length, left: 0 },
    ])
    expect(await entriesOf([json('forms.json', rows)], { retire: ' Never used. ' })).toEqual([
      { kind: 'form', key: 'alloy', retirement: { why: 'Never used.', replacedBy: null } },
    ])
    expect(await dryRun(ana, { uploads: [json('forms.json', rows)], kind: 'addition', retire: ' ' })).toEqual({
      ok: false,
      refusal: { why: 'retire-without-reason' },
    })
  })

  test('records nothing, and is seen by nobody else', async () => {
    const { id } = await run([json('forms.json', changed())])
    expect(await dryRunOf(ben, id)).toBeNull()
    expect(await dryRunOf(ana, 'no id')).toBeNull()
    const { prisma } = kept().editors
    expect([await prisma.draft.count(), await prisma.draftEntry.count(), await prisma.revision.count()]).toEqual([
      0, 0, 1,
    ])
  })

  test('gives way to the next one of the same person', async () => {
    const { id } = await run([json('forms.json', changed())])
    await run([json('forms.json', [])])
    expect(await dryRunOf(ana, id)).toBeNull()
  })
})

describe('an import is stopped', () => {
  const withRow = (name: FileName, over: Row) => json(`${name}.json`, [{ ...theFiles()[name][0], ...over }])

  test('by a field or a column that is unknown, missing or there twice', async () => {
    expect(await problemsOf([withRow('forms', { colour: 'red' })])).toEqual([
      'forms.json record 1 colour: is not a field of this file. Correct its name or remove it.',
    ])
    const [header = '', ...lines] = formsCsv().split('\r\n')
    const csv = (columns: string) => file('forms.csv', [columns, ...lines].join('\r\n'))
    expect(await problemsOf([csv(header.replace('family', 'familiy'))])).toEqual([
      'forms.csv: has "familiy", which are no columns of forms. Correct the names or remove the columns; known are key, nameEn, nameZh, family, order.',
      'forms.csv: lacks "family" of forms. Add them; leave a cell empty where the text states nothing.',
    ])
    expect(await problemsOf([csv(header.replace('nameZh', 'nameEn'))])).toMatchObject(
      ['forms.csv: names "nameEn" more than once. Keep one of each.', /lacks "nameZh"/].map((wanted) =>
        expect.stringMatching(wanted),
      ),
    )
  })

  test('by what is wrong with a row, told with its row and column', async () => {
    const text = formsCsv()
      .replace('Alloy,合金,basic,3', 'Alloy,合金,basics,3')
      .replace('assembly', "'assembly")
      .replace('电池,other,21', '电池,other,[21')
      .replace('bulk,Non-metal bulk material', 'bulk')
    expect(await problemsOf([file('forms.csv', text)])).toEqual([
      'forms.csv row 3 key: begins with an apostrophe, which marks a text that a spreadsheet would take for a formula. Write two apostrophes for a text that begins with one.',
      'forms.csv row 4 order: is not JSON. Write lists like ["Dy", "Tb"], numbers and truths bare, and leave the cell empty for null.',
      'forms.csv row 5: has 4 cells where the header names 5 columns. Look for a comma or a quotation mark out of place.',
      'forms.csv row 2 family: is "basics", which is not one of basic, magnet, functional, equipment, technology, other. Choose one of them.',
    ])
  })

  test('by a key that is missing, malformed or used twice, in one file or in two', async () => {
    const [first = {}, second = {}] = theFiles().forms
    expect(
      await problemsOf([json('forms.json', [first, { ...second, key: '' }, first, { ...second, key: 'A B' }])]),
    ).toEqual([
      'forms.json record 2 key: is missing. Give the record a stable, readable key.',
      'forms.json record 3 key: uses alloy again, first used by forms.json, record 1. Remove one of the two, or give it another key.',
      'forms.json record 4 key: the key must be lower-case words with hyphens between them. Write it like cn-2025-18.',
    ])
    expect(await problemsOf([json('forms.json', [first]), file('more-forms.csv', formsCsv())])).toEqual([
      'more-forms.csv row 2 key: uses alloy again, first used by forms.json, record 1. Remove one of the two, or give it another key.',
    ])
  })

  test.for([
    ['forms.json', Buffer.from('\u{feff}[]', 'utf16le'), 'is written in UTF-16. Save it as UTF-8.'],
    [
      'forms.csv',
      Buffer.from('key,nameEn\nsoul,\u{e9}t\u{e9}\n', 'latin1'),
      'is not UTF-8: line 2 is the first that cannot be read. Save it as UTF-8; nothing is guessed.',
    ],
    [
      'forms.xlsx',
      Buffer.from('PK\u{3}\u{4}\0\0'),
      'is no text: it holds the character zero. Save it as UTF-8, as JSON or as a table with commas.',
    ],
    ['forms.csv', Buffer.from(''), 'is empty, or has no header. Send it as it was exported.'],
    ['forms.csv', Buffer.from('key;nameEn\n'), 'divides its columns with ;. Save it with commas.'],
    [
      'forms.csv',
      Buffer.from('key,nameEn\na,"b\n'),
      'has a quotation mark out of place at line 2. Double a quotation mark inside a cell, and put the whole cell between two.',
    ],
    [
      'what.json',
      Buffer.from('[{"a":1}]'),
      'does not say which file of the record it is. Name it like one of these: materials, forms, regimes, instruments, provisions, parties, sources, events, claims, indicators.',
    ],
    [
      'record.json',
      Buffer.from('{"forms":[],"prices":[]}'),
      'names prices, which are no files of the record. The files are materials, forms, regimes, instruments, provisions, parties, sources, events, claims, indicators.',
    ],
    ['record.json', Buffer.from('{"forms":{}}'), 'must hold a list of records under forms.'],
    [
      'forms.json',
      Buffer.from('7'),
      'holds no records. Send a file of the record: a list of records, or all files in one under their names.',
    ],
    ['forms.json', Buffer.from('['.repeat(100_000)), 'is nested deeper than any record. Send it as it was exported.'],
  ] as const)('by %s with the wrong contents', async ([name, bytes, what]) => {
    expect(await problemsOf([{ name, bytes }])).toEqual([`${name}: ${what}`])
  })

  test('by JSON that is none, and by characters that nothing can be written with', async () => {
    expect(await problemsOf([file('forms.json', '[{"key":]')])).toMatchObject([
      expect.stringMatching(/^forms.json: is not JSON \(/),
    ])
    expect(
      await problemsOf([withRow('forms', { nameEn: 'half a \u{d83d}' }), withRow('regimes', { summary: 'zero\0' })]),
    ).toEqual([
      'forms.json record 1 nameEn: holds a control character or half of one. Remove it; ends of lines and tabs may stay.',
      'regimes.json record 1 summary: holds a control character or half of one. Remove it; ends of lines and tabs may stay.',
    ])
  })

  test('by 50,000 lines, in words, and by so many problems that the rest are only counted', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `form-${at}-x,Form,形,basics,${at}`)
    const csv = (count: number) => file('forms.csv', ['key,nameEn,nameZh,family,order', ...lines(count)].join('\n'))
    expect(await problemsOf([csv(50_000)])).toEqual([
      'forms.csv: has more than 20,000 records, alone or with the files before it. Send them in parts.',
    ])
    const { problems, problemCount } = await run([csv(1_000)])
    expect([problems.length, problemCount]).toEqual([200, 1_000])
    const many = file('forms.json', JSON.stringify(lines(50_000).map((line) => ({ key: line }))))
    expect(await problemsOf([many])).toEqual([
      'forms.json: has more than 20,000 records, alone or with the files before it. Send them in parts.',
    ])
  })

  test('by more columns, records or files than the record has room for, before they are looked at', async () => {
    const header = Array.from({ length: 100_000 }, (_, at) => `column-${at}`).join(',')
    expect(await problemsOf([file('forms.csv', `${header}\n1`)])).toEqual([
      'forms.csv: has 100,000 columns, and no file of the record has more than 200. Send it as it was exported.',
    ])
    const half = JSON.stringify(Array.from({ length: 12_000 }, () => 7))
    const together = await run([file('forms.json', half), file('regimes.json', half), file('events.json', half)])
    expect(together.problems.filter(({ at }) => at === null)).toMatchObject([
      { upload: 'regimes.json', what: expect.stringMatching(/^has more than 20,000 records/) },
    ])
    expect(together.counts.map((count) => count.file)).toEqual(['forms'])
    const sent = Array.from({ length: 21 }, () => file('forms.json', '[]'))
    expect(await dryRun(ana, { uploads: sent, kind: 'addition', retire: null })).toEqual({
      ok: false,
      refusal: { why: 'too-many-files', most: 20 },
    })
  })

  test('by a reason for retiring that no retirement could have', async () => {
    const because = async (retire: string) =>
      dryRun(ana, { uploads: [json('forms.json', theFiles().forms)], kind: 'addition', retire })
    expect(await because('x'.repeat(2_001))).toEqual({
      ok: false,
      refusal: { why: 'retire-reason-too-long', length: 2_001, limit: 2_000 },
    })
    expect(await because('half a \u{d83d}')).toEqual({ ok: false, refusal: { why: 'retire-reason-unreadable' } })
    expect(await because('  ')).toEqual({ ok: false, refusal: { why: 'retire-without-reason' } })
  })

  test('in words that can be kept, whatever they quote', async () => {
    const twice = [
      { key: 'half\u{d83d}' },
      { key: 'half\u{d83d}' },
      { key: `${'x'.repeat(390)}\u{20000}${'y'.repeat(99)}` },
    ]
    const found = [
      ...(await problemsOf([json('forms.json', twice), file('zero\0.json', '7')])),
      ...(await problemsOf([json('record.json', { 'zero\0 and half \u{d83d}': [] })])),
      ...(await problemsOf([file('forms.json', `[{"key": "half \u{20000}`)])),
      ...(await problemsOf([json('forms.json', [{ ...theFiles().forms[0], 'half \u{d83d}': 1 }])])),
    ]
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter((told) => /\0|\p{Surrogate}/u.test(told))).toEqual([])
    expect(found).toContainEqual(expect.stringContaining('zero\u{fffd}.json'))
  })

  test('by more changes than a draft takes', async () => {
    const rows = Array.from({ length: 5_001 }, (_, at) => ({
      key: `form-${at}-x`,
      nameEn: 'Form',
      nameZh: '形',
      family: 'basic',
      order: at,
    }))
    expect(await dryRun(ana, { uploads: [json('forms.json', rows)], kind: 'addition', retire: null })).toEqual({
      ok: false,
      refusal: { why: 'too-many-changes', count: 5_001, most: 5_000 },
    })
  })

  test('by nothing at all, and by more than 20 MB', async () => {
    const sent = (uploads: readonly Upload[]) => dryRun(ana, { uploads, kind: 'addition', retire: null })
    expect(await sent([])).toEqual({ ok: false, refusal: { why: 'nothing-sent' } })
    const half = file('forms.json', `[${' '.repeat(10_000_000)}]`)
    expect(await sent([half, half])).toEqual({ ok: false, refusal: { why: 'too-large', megabytes: 20 } })
  })

  test('by a text of 2 MB where a word belongs, which is quoted in part', async () => {
    const [said = ''] = await problemsOf([withRow('forms', { family: 'x'.repeat(2_000_000) })])
    expect(said.length).toBeLessThan(600)
  })
})

describe('a draft of a dry run', () => {
  const said = { title: 'Alloys', reason: 'As others say it.' }
  const changed = () => theFiles().forms.map((row) => (row['key'] === 'alloy' ? { ...row, nameEn: 'Alloys' } : row))
  const rows = async () => {
    const { prisma } = kept().editors
    return [await prisma.draft.count(), await prisma.draftEntry.count()]
  }

  test('has all that it would change, once, however often it is asked for', async () => {
    const { id } = await run([json('forms.json', changed().slice(0, 20))], { retire: 'Never used.' })
    const made = [await draftOfDryRun(ana, id, said), await draftOfDryRun(ana, id, said)]
    expect(made).toMatchObject([
      { ok: true, value: { id, kind: 'addition', base: 1, title: 'Alloys' } },
      { ok: true, value: { id } },
    ])
    expect(await rows()).toEqual([1, 5])
    const judged = await standingOf(ana, id)
    expect(judged?.changes.map(({ key, record: after }) => [key, after === null])).toContainEqual(['alloy', false])
    expect(judged?.changes.filter(({ retirement }) => retirement?.why === 'Never used.')).toHaveLength(4)
  })

  test('is judged beforehand as it is judged afterwards', async () => {
    const { id } = await run([json('forms.json', changed())])
    const before = await previewDryRun(ana, id)
    await draftOfDryRun(ana, id, said)
    const after = await previewDraft(ana, id)
    expect([before?.broken, before?.changes, before?.impact]).toEqual([after?.broken, after?.changes, after?.impact])
    expect(before?.changes).toHaveLength(1)
  })

  test('is refused where nothing would come of it, and leaves nothing half-written', async () => {
    const written = await rows()
    const none = await run([json('forms.json', theFiles().forms)])
    expect(await draftOfDryRun(ana, none.id, said)).toEqual({ ok: false, refusal: { why: 'changes-nothing' } })
    const wrong = await run([json('forms.json', [{ key: 'A B' }])])
    expect(await draftOfDryRun(ana, wrong.id, said)).toEqual({ ok: false, refusal: { why: 'has-problems' } })
    expect(await draftOfDryRun(ana, none.id, said)).toEqual({ ok: false, refusal: { why: 'gone' } })
    const good = await run([json('forms.json', changed())])
    expect(await draftOfDryRun(ben, good.id, said)).toEqual({ ok: false, refusal: { why: 'gone' } })
    expect(await draftOfDryRun(ana, good.id, { ...said, title: ' ' })).toMatchObject({
      refusal: { why: 'text-missing' },
    })
    expect(await rows()).toEqual(written)
  })

  test('is refused where the record has moved on since', async () => {
    const { id } = await run([json('forms.json', changed())])
    const look = { instruments: ['cn-2025-72'], on: localDate('2026-11-22'), where: 'the gazette', found: null }
    const noon = new Date('2026-11-22T04:00:00Z')
    const drafted = await draftLook(ana, { id: crypto.randomUUID(), looked: look }, noon)
    const draft = drafted.ok ? drafted.value.id : ''
    const fingerprint = (await standingOf(ana, draft, noon))?.fingerprint ?? ''
    expect(await publishDraft(ana, { draft, fingerprint, urgent: false }, noon)).toMatchObject({ ok: true })
    expect(await draftOfDryRun(ana, id, said)).toEqual({ ok: false, refusal: { why: 'old', base: 1, head: 2 } })
  })
})
