import { describe, expect, test } from 'vitest'
import type { Printed } from '@/lib/contract/edit/draft'
import { blankRecord } from '@/lib/contract/edit/form/blank'
import { type Control, controlsOf } from '@/lib/contract/edit/form/control'
import { WIDGETS } from '@/lib/contract/edit/form/kinds'
import { type Posted, postedBy } from '@/lib/contract/edit/form/posted'
import { LONGEST_TEXT, labelOf, problemsOfForm, unkeepable, wordOf } from '@/lib/contract/edit/form/problems'
import { readForm } from '@/lib/contract/edit/form/reading'
import { FILE_NAMES, FILES } from '@/lib/contract/record/files'
import { KINDS } from '@/lib/ledger/change'
import { theFiles } from '../support/record-files'

const files = theFiles()
const records = FILE_NAMES.flatMap((file) => files[file].map((printed) => ({ kind: FILES[file].kind, printed })))

/** Opens the form of a record and posts it again as it is. */
function reposted(kind: (typeof records)[number]['kind'], printed: Printed, spare = 0): Printed {
  return readForm(kind, postedBy(controlsOf(kind, printed, spare)))
}

describe('the form of a record', () => {
  test('has a field for every field of the file, in the order of the file', () => {
    for (const { kind, fields } of Object.values(FILES)) expect(Object.keys(WIDGETS[kind])).toEqual(fields)
  })

  test('posts every record of the files as it was', () => {
    const changed = records.filter(
      ({ kind, printed }) => JSON.stringify(reposted(kind, printed)) !== JSON.stringify(printed),
    )

    expect(changed.map(({ printed }) => printed['key'])).toEqual([])
    expect(records.length).toBeGreaterThan(1_000)
  })

  test('posts every record as it was with empty rows at hand', () => {
    const changed = records.filter(
      ({ kind, printed }) => JSON.stringify(reposted(kind, printed, 3)) !== JSON.stringify(printed),
    )

    expect(changed.map(({ printed }) => printed['key'])).toEqual([])
  })

  test('posts a new record of every kind as the empty one', () => {
    for (const kind of KINDS) expect(reposted(kind, blankRecord(kind))).toEqual(blankRecord(kind))
  })

  test('names every field and every word of a choice', () => {
    const unnamed: string[] = []
    const visit = (control: Control) => {
      if (labelOf(control.words, control.field) === control.field) unnamed.push(`${control.words}.${control.field}`)
      if (control.type === 'group') control.controls.forEach(visit)
      if (control.type === 'rows') for (const { controls } of control.spare) controls.forEach(visit)
      if (control.type === 'choice') {
        for (const word of control.widget.words) {
          if (wordOf(control.words, control.field, word) === word)
            unnamed.push(`${control.words}.${control.field}.${word}`)
        }
      }
    }
    for (const kind of KINDS) controlsOf(kind, blankRecord(kind), 1).forEach(visit)

    expect(unnamed).toEqual([])
  })
})

describe('a posted form', () => {
  const posted = (over: readonly Posted[]) => readForm('provision', over)

  test('keeps what was typed, right or wrong, without the blanks around it', () => {
    expect(posted([['lastDay', ' 2025-02-30 ']])['lastDay']).toBe('2025-02-30')
    expect(posted([['deMinimis', 'a tenth']])['deMinimis']).toBe('a tenth')
  })

  test('says null where a field that may be empty is', () => {
    expect(posted([['lastDay', '']])['lastDay']).toBeNull()
    expect(posted([['effectiveFrom', '']])['effectiveFrom']).toBe('')
  })

  test('says what a new record says of a field that was not shown', () => {
    expect(posted([])['forms']).toEqual(['any'])
    expect(posted([['forms', '']])['forms']).toEqual([])
  })

  test('takes no field that the record does not have', () => {
    expect(
      Object.keys(
        posted([
          ['$ACTION_ID_x', ''],
          ['_version', '3'],
          ['colour', 'red'],
        ]),
      ),
    ).toEqual(Object.keys(WIDGETS.provision))
  })

  test('reads customs codes with dots, commas and lines between them', () => {
    expect(posted([['hsCodes', '2805.30.11, 2805301200\r\n280530']])['hsCodes']).toEqual([
      '28053011',
      '2805301200',
      '280530',
    ])
  })

  test('reads a share that was typed in percent', () => {
    expect(posted([['deMinimis', '0.1 %']])['deMinimis']).toBe(0.001)
    expect(posted([['deMinimis', '7']])['deMinimis']).toBe(0.07)
  })

  test('reads countries in capitals', () => {
    expect(posted([['destinations.only', 'us']])['destinations']).toEqual({ only: ['US'], except: [] })
  })

  test('reads rows in the order in which they are posted, without those that say nothing', () => {
    const rows: Posted[] = [
      ['sources.row', '2'],
      ['sources.row', '0'],
      ['sources.row', '1'],
      ['sources.0.source', 'a'],
      ['sources.0.clause.original', ''],
      ['sources.2.source', 'c'],
      ['sources.2.clause.original', '第一条'],
    ]

    expect(posted(rows)['sources']).toEqual([
      { source: 'c', locator: null, clause: { original: '第一条', gloss: null } },
      { source: 'a', locator: null },
    ])
  })

  test('reads a word for all, and a list where no such word is chosen', () => {
    const claim = (over: readonly Posted[]) =>
      readForm('claim', [['asserts.row', '0'], ['asserts.0.status', 'open'], ...over])

    expect(
      claim([
        ['asserts.0.materials.every', 'all'],
        ['asserts.0.materials', 'Dy'],
      ])['asserts'],
    ).toMatchObject([{ materials: 'all' }])
    expect(
      claim([
        ['asserts.0.materials.every', ''],
        ['asserts.0.materials', 'Dy'],
      ])['asserts'],
    ).toMatchObject([{ materials: ['Dy'] }])
  })
})

describe('what is wrong with a form', () => {
  test('is said in the words of its labels', () => {
    const found = [
      { field: 'lastDay', what: 'is "2025-02-30", which is not a day that exists.' },
      { field: 'sources[1].clause.original', what: 'must be a text.' },
      { field: 'effectiveFrom', what: 'is not a day.' },
      { field: null, what: 'the key is used twice.' },
    ]

    expect(
      problemsOfForm(
        'provision',
        { lastDay: '2025-02-30', effectiveFrom: '', sources: [{}, { clause: { original: 7 } }] },
        found,
      ),
    ).toEqual([
      { name: 'lastDay', say: '“Last day in force” is "2025-02-30", which is not a day that exists.' },
      {
        name: 'sources.1.clause.original',
        say: '“Sources, row 2, The clause itself, In its own language” must be a text.',
      },
      { name: 'effectiveFrom', say: '“First day in force” is empty. Fill it in.' },
      { name: null, say: 'The record: the key is used twice.' },
    ])
  })

  test.for([
    ['NUL bytes', 'a\u0000b', 'signs that are no writing'],
    ['half a sign', 'a\ud800b', 'half a sign'],
    ['a sign that turns the direction', 'a\u202eb', 'turns the direction'],
    [
      'two million signs',
      'x'.repeat(2_000_000),
      `has 2,000,000 signs, and a field holds at most ${LONGEST_TEXT.toLocaleString('en')}`,
    ],
  ] as const)('tells %s before anything is kept', ([, value, words]) => {
    expect(unkeepable('instrument', [['summary', value]])).toEqual([
      { name: 'summary', say: expect.stringContaining(`“Summary” h`) },
    ])
    expect(unkeepable('instrument', [['summary', value]])[0]?.say).toContain(words)
  })

  test('is not that it is written from right to left, in lines, or beyond the first plane', () => {
    expect(unkeepable('instrument', [['summary', 'مرحبا\n𠮷\ttab']])).toEqual([])
  })
})
