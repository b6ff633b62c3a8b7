import { describe, expect, test } from 'vitest'
import { checkRecord } from '@/lib/contract/record/check'
import { printedChange } from '@/lib/contract/record/file-format'
import { FILE_NAMES } from '@/lib/contract/record/files'
import { problemInWords } from '@/lib/contract/record/problem'
import { changesThatRecord } from '@/lib/ledger/change'
import { theRecord } from '../../support/record'
import { type Row, type Rows, theFiles } from '../../support/record-files'

/** What is said of the files after something was put wrong in them. */
function saidAfter(spoil: (files: Rows) => unknown): readonly string[] {
  const files = theFiles()
  spoil(files)
  const checked = checkRecord(files)
  return checked.ok ? [] : checked.refusal.map(problemInWords)
}

function row(files: Rows, file: keyof Rows, key: string): Row {
  const found = files[file].find((one) => one['key'] === key)
  if (found === undefined) throw new Error(`${file} has no ${key}`)
  return found
}

const GALLIUM = 'cn-2023-23-3c001-gallium-metal'
const SUSPENSION = 'cn-2025-70-suspends-2025-57'
const CLAIM = '2025-05-greer-countermeasures-removed'

/** Sets one field of one record. */
const set = (file: keyof Rows, key: string, field: string, value: unknown) => (files: Rows) => {
  row(files, file, key)[field] = value
}
const line = (field: string, value: unknown) => set('provisions', GALLIUM, field, value)
const act = (field: string, value: unknown) => set('provisions', SUSPENSION, field, value)
const assertion = (field: string, value: unknown) => (files: Rows) => {
  const [first] = row(files, 'claims', CLAIM)['asserts'] as Row[]
  if (first) first[field] = value
}
const point = (field: string, value: unknown) => (files: Rows) => {
  const [first] = row(files, 'indicators', 'dysprosium-exports')['points'] as Row[]
  if (first) first[field] = value
}

describe('the record as it is', () => {
  test('is taken whole: every record of every file', () => {
    const checked = checkRecord(theFiles())

    expect(checked).toEqual({ ok: true, value: theRecord() })
  })

  test('is written again as it was read', () => {
    const printed = changesThatRecord(theRecord()).map((change) => printedChange(change).record)
    const files = theFiles()

    expect(printed).toEqual(FILE_NAMES.flatMap((name) => files[name]))
  })
})

describe('a wrong file is refused with file, key, field and what to do', () => {
  test.for<[string, (files: Rows) => unknown, string]>([
    [
      'a file that is no list',
      (files) => Object.assign(files, { forms: {} }),
      'forms.json: must be a list of records.',
    ],
    [
      'a record without a key',
      (files) => delete files.regimes[0]?.['key'],
      'regimes.json: record #1 has no key. Give it a stable, readable one.',
    ],
    [
      'an unknown field',
      line('colour', 'red'),
      `provisions.json [${GALLIUM}]: field "colour" is not a field of this file. Correct its name or remove it.`,
    ],
    [
      'a control character, as a word processor puts in for a line',
      (files) => Object.assign(row(files, 'provisions', GALLIUM), { item: 'One\u000btwo', note: 'One\n\ttwo' }),
      `provisions.json [${GALLIUM}]: field "item" holds a control character or half of one. Remove it; ends of lines and tabs may stay.`,
    ],
    [
      'a missing field',
      (files) => delete row(files, 'provisions', GALLIUM)['route'],
      `provisions.json [${GALLIUM}]: field "route" is missing. Add it; write null where the text states none.`,
    ],
    [
      'an unknown field inside a field',
      line('destinations', { only: null, except: [], via: [] }),
      `provisions.json [${GALLIUM}]: field "destinations.via" is not a field of this file. Correct its name or remove it.`,
    ],
    [
      'an impossible day',
      line('effectiveFrom', '2025-02-30'),
      `provisions.json [${GALLIUM}]: field "effectiveFrom" is "2025-02-30", which is not a day that exists. Write it like 2025-10-09.`,
    ],
    [
      'a day where a month is too little',
      set('events', '2024-05-23-crma', 'startsOn', '2024-05'),
      'events.json [2024-05-23-crma]: field "startsOn" is "2024-05", which does not fit the precision day. Correct one of the two.',
    ],
    [
      'an impossible month',
      set('regimes', 'april-4', 'startsOn', '2025-13'),
      'regimes.json [april-4]: field "startsOn" is "2025-13", which is not a day, month or year that exists. Write it like 2025-10-09, 2025-10 or 2025.',
    ],
    [
      'a word nobody knows',
      line('effect', 'freeze'),
      `provisions.json [${GALLIUM}]: field "effect" is "freeze", which is not one of licence, prohibit, suspend, extend, repeal, exempt. Choose one of them.`,
    ],
    [
      'a material that is not there',
      line('materials', ['Ga', 'Xx']),
      `provisions.json [${GALLIUM}]: field "materials" names "Xx", which is not in materials.json. Add it there or correct the key.`,
    ],
    [
      'a form that is not there',
      line('forms', ['metal', 'powder-of-metal']),
      `provisions.json [${GALLIUM}]: field "forms" names "powder-of-metal", which is not in forms.json. Add it there or correct the key.`,
    ],
    [
      'a target that is not there',
      act('targets', ['cn-2025-99']),
      `provisions.json [${SUSPENSION}]: field "targets" names "cn-2025-99", which is neither in instruments.json nor in provisions.json. Add it there or correct the key.`,
    ],
    [
      'a source that is not there',
      line('sources', [{ source: 'rumour', locator: null }]),
      `provisions.json [${GALLIUM}]: field "sources" names "rumour", which is not in sources.json. Add it there or correct the key.`,
    ],
    [
      'a source of an assessment that is not there',
      set('claims', CLAIM, 'assessment', {
        verdict: 'partly',
        reason: 'Because.',
        assessedOn: '2026-11-22',
        sources: [{ source: 'rumour', locator: null }],
      }),
      `claims.json [${CLAIM}]: field "assessment.sources" names "rumour", which is not in sources.json. Add it there or correct the key.`,
    ],
    [
      'an instrument without its regime',
      set('instruments', 'cn-2023-23', 'regime', 'nowhere'),
      'instruments.json [cn-2023-23]: field "regime" names "nowhere", which is not in regimes.json. Add it there or correct the key.',
    ],
    [
      'a tag that is no instrument',
      set('claims', CLAIM, 'tags', ['cn-2025-99']),
      `claims.json [${CLAIM}]: field "tags" names "cn-2025-99", which is not in instruments.json. Add it there or correct the key.`,
    ],
    [
      'nothing cited',
      line('sources', []),
      `provisions.json [${GALLIUM}]: field "sources" names none. Name at least one.`,
    ],
    [
      'a citation without its locator',
      line('sources', [{ source: 'mofcom-ann-2023-23' }]),
      `provisions.json [${GALLIUM}]: field "sources[0].locator" is missing. Add it; write null where the text states none.`,
    ],
    [
      'one source cited twice',
      line('sources', [
        { source: 'mofcom-ann-2023-23', locator: null },
        { source: 'mofcom-ann-2023-23', locator: 'p. 2' },
      ]),
      `provisions.json [${GALLIUM}]: field "sources" repeats "mofcom-ann-2023-23". Remove one of the two.`,
    ],
    [
      'a country that is none',
      line('destinations', { only: ['USA'], except: [] }),
      `provisions.json [${GALLIUM}]: field "destinations.only[0]" holds "USA", which is not an ISO 3166 country code. Write two capital letters, like CN.`,
    ],
    [
      'no destination at all',
      line('destinations', { only: [], except: [] }),
      `provisions.json [${GALLIUM}]: field "destinations.only" names none. Name at least one country, or write null for every destination.`,
    ],
    [
      'text with blanks around it',
      line('clause', ' 3C001'),
      `provisions.json [${GALLIUM}]: field "clause" must be a text that is not empty and has no blanks around it.`,
    ],
    [
      'a number for a truth',
      line('inPrinciple', 0),
      `provisions.json [${GALLIUM}]: field "inPrinciple" must be true or false.`,
    ],
    ['a text for a list', line('materials', 'Ga'), `provisions.json [${GALLIUM}]: field "materials" must be a list.`],
    [
      'a material named twice',
      line('materials', ['Ga', 'Ga']),
      `provisions.json [${GALLIUM}]: field "materials" repeats "Ga". Remove one of the two.`,
    ],
    [
      'a last day before the first',
      (files) => Object.assign(row(files, 'provisions', SUSPENSION), { lastDay: '2025-11-06' }),
      `provisions.json [${SUSPENSION}]: field "lastDay" is 2025-11-06, before 2025-11-07, the first day of effect. Correct one of the two.`,
    ],
    [
      'a last day that says not how it was read',
      act('lastDayReading', null),
      `provisions.json [${SUSPENSION}]: field "lastDayReading" must be stated or assumed-inclusive where there is a last day, and null where there is none.`,
    ],
    [
      'a repeal that runs out',
      act('effect', 'repeal'),
      `provisions.json [${SUSPENSION}]: field "lastDay" is 2026-11-10, but a repeal has no last day. Write null; to bring the rule back, record it again.`,
    ],
    [
      'an extension of nothing',
      (files) => Object.assign(row(files, 'provisions', SUSPENSION), { effect: 'extend', targets: [] }),
      `provisions.json [${SUSPENSION}]: field "targets" names none, but suspend, extend and repeal act on something. Name the instruments or provisions.`,
    ],
    [
      'a rule with a target',
      line('targets', ['cn-2025-57']),
      `provisions.json [${GALLIUM}]: field "targets" names something, but only suspend, extend and repeal have targets. Leave the list empty or correct the effect.`,
    ],
    [
      'a suspension of itself',
      act('targets', [SUSPENSION]),
      `provisions.json [${SUSPENSION}]: field "targets" names the provision itself, or the instrument it stands in. Name what it acts on.`,
    ],
    [
      'a suspension of its own instrument',
      act('targets', ['cn-2025-70']),
      `provisions.json [${SUSPENSION}]: field "targets" names the provision itself, or the instrument it stands in. Name what it acts on.`,
    ],
    [
      'a key that is not of its instrument',
      (files) => {
        const first = files.provisions[0]
        if (first) first['key'] = 'another-key'
      },
      'provisions.json [another-key]: field "key" must begin with its instrument. Write the key as cn-2023-23- and the clause.',
    ],
    [
      'controlled items beside others',
      line('materials', ['Ga', 'controlled-items']),
      `provisions.json [${GALLIUM}]: field "materials" names controlled-items beside others. It stands for everything controlled, so it stands alone.`,
    ],
    [
      'any form beside others',
      line('forms', ['metal', 'any']),
      `provisions.json [${GALLIUM}]: field "forms" names any beside others. It stands for every form, so it stands alone.`,
    ],
    [
      'a form that none of its materials has',
      line('forms', ['metal', 'magnet']),
      `provisions.json [${GALLIUM}]: field "forms" names "magnet", which applies to none of its materials. Add it to a material or remove it here.`,
    ],
    [
      'a material with none of the forms named',
      line('materials', ['Ga', 'smco']),
      `provisions.json [${GALLIUM}]: field "materials" names "smco", which has none of the forms named. Add a form or remove the material.`,
    ],
    [
      'a customs code of seven digits',
      (files) => Object.assign(row(files, 'provisions', GALLIUM), { hsCodes: ['8112921'], hsEvidence: 'printed' }),
      `provisions.json [${GALLIUM}]: field "hsCodes[0]" holds "8112921". Customs codes have 6, 8 or 10 digits.`,
    ],
    [
      'customs codes from nowhere',
      line('hsCodes', ['81129290']),
      `provisions.json [${GALLIUM}]: field "hsEvidence" must be none where there are no customs codes, and printed or inferred where there are some.`,
    ],
    [
      'a party list for everybody',
      line('partyList', 'cn-2025-1'),
      `provisions.json [${GALLIUM}]: field "partyList" is for the end use listed-party. Write null or correct the end use.`,
    ],
    [
      'listed parties of no list',
      line('endUse', 'listed-party'),
      `provisions.json [${GALLIUM}]: field "note" must say that every party is meant where the end use is listed-party and no partyList is named. Name the list, or say so in the note.`,
    ],
    [
      'a share in percent',
      line('deMinimis', 10),
      `provisions.json [${GALLIUM}]: field "deMinimis" is 10, which is not a share of value. Write 0.1 % as 0.001.`,
    ],
    [
      'a provision of a statement',
      set('instruments', 'cn-2023-23', 'binding', 'statement'),
      `provisions.json [${GALLIUM}]: field "instrument" is "cn-2023-23", a statement, and a statement carries no provisions. Record what was said as a claim or an event, or correct the binding of the instrument.`,
    ],
    [
      'an instrument verified before it was issued',
      set('instruments', 'cn-2023-23', 'verifiedThrough', '2023-07-02'),
      'instruments.json [cn-2023-23]: field "verifiedThrough" is 2023-07-02, before 2023-07-03, the day it was issued. Correct one of the two.',
    ],
    [
      'a dispute with a name of its own',
      set('instruments', 'cn-2023-23', 'disputes', [{ id: 'first', text: 'Unclear.' }]),
      'instruments.json [cn-2023-23]: field "disputes[0].id" has the id "first". Write it as the open questions are numbered, like D16.',
    ],
    [
      'an address that is none',
      set('instruments', 'cn-2023-23', 'officialUrl', 'www.mofcom.gov.cn'),
      'instruments.json [cn-2023-23]: field "officialUrl" is "www.mofcom.gov.cn", which is not a web address. Write it whole, with https:// before it.',
    ],
    [
      'a symbol that is not the key',
      set('materials', 'Dy', 'symbol', 'Tb'),
      'materials.json [Dy]: field "symbol" must be the key where the key is the symbol of an element, and null elsewhere.',
    ],
    [
      'an element without its number',
      set('materials', 'Dy', 'atomicNumber', null),
      'materials.json [Dy]: field "atomicNumber" must come with a symbol, as a whole number from 1 to 118, and be null elsewhere.',
    ],
    [
      'sixteen rare earths',
      set('materials', 'Dy', 'kind', 'mineral'),
      'materials.json: must hold the 17 rare earth elements, and holds 16. Put back what is missing, or correct its kind.',
    ],
    [
      'a key that nobody can read',
      (files) => {
        const last = files.regimes.at(-1)
        if (last) last['key'] = 'Us_Rules'
      },
      'regimes.json [Us_Rules]: the key must be lower-case words with hyphens between them. Write it like cn-2025-18.',
    ],
    [
      'a key used twice',
      (files) => files.forms.splice(1, 0, structuredClone(files.forms[0] ?? {})),
      'forms.json [alloy]: the key is used twice. Give one of the two another, or remove it.',
    ],
    [
      'records out of order',
      (files) => files.forms.push(...files.forms.splice(0, 1)),
      `forms.json [alloy]: stands after ${theFiles().forms.at(-1)?.['key']}. Sort the records by key.`,
    ],
    [
      'fields out of order',
      (files) => {
        const { key, nameEn, ...rest } = files.forms[0] ?? {}
        files.forms[0] = { nameEn, key, ...rest }
      },
      'forms.json [alloy]: has its fields in another order than key, nameEn, nameZh, family, order. Put them in that order.',
    ],
    [
      'two forms in one place',
      (files) => Object.assign(files.forms[1] ?? {}, { order: files.forms[0]?.['order'] }),
      'forms.json [assembly]: field "order" is 3, as that of alloy. Give each form a place of its own.',
    ],
    [
      'a party delisted on the day it was listed',
      set('parties', 'acsl-ltd', 'delistedOn', '2026-06-29'),
      'parties.json [acsl-ltd]: field "delistedOn" is 2026-06-29, not later than 2026-06-29, the day it was listed. Correct one of the two.',
    ],
    [
      'a party on a list that no provision names',
      set('parties', 'acsl-ltd', 'instrument', 'cn-2023-23'),
      'parties.json [acsl-ltd]: field "instrument" names "cn-2023-23", but no provision has it as its partyList. Add the provision or correct the instrument.',
    ],
    [
      'a source told twice',
      (files) => Object.assign(files.sources[1] ?? {}, { url: `${files.sources[0]?.['url']}/` }),
      'sources.json [advfn-yttrium-20251117]: field "url" is the address of adamas-prices too. Cite that one, or correct the address.',
    ],
    [
      'a language in full',
      set('sources', 'adamas-prices', 'language', 'English'),
      'sources.json [adamas-prices]: field "language" is "English", which is not a language code. Write two small letters, like en.',
    ],
    [
      'an event that ends before it starts',
      set('events', '2024-05-23-crma', 'endsOn', '2024-05-22'),
      'events.json [2024-05-23-crma]: field "endsOn" is 2024-05-22, before 2024-05-23, when it starts. Correct one of the two.',
    ],
    [
      'an event without the regime of its instrument',
      set('events', '2025-01-02-us-entities', 'regimes', []),
      'events.json [2025-01-02-us-entities]: field "regimes" lacks entity-lists, the regime of cn-2025-1. Add it.',
    ],
    [
      'a quotation that is a copy',
      set('claims', CLAIM, 'quote', 'one two three four five six seven eight nine ten eleven twelve thirteen 14 15 16'),
      `claims.json [${CLAIM}]: field "quote" has 16 words. Quote at most 15.`,
    ],
    [
      'an assertion about a material that is not there',
      assertion('materials', ['Xx']),
      `claims.json [${CLAIM}]: field "asserts[0].materials" names "Xx", which is not in materials.json. Add it there or correct the key.`,
    ],
    [
      'an assertion about nothing',
      assertion('forms', []),
      `claims.json [${CLAIM}]: field "asserts[0].forms" names none. Name at least one.`,
    ],
    [
      'an assertion about the wrong word',
      assertion('destinations', 'everybody'),
      `claims.json [${CLAIM}]: field "asserts[0].destinations" must be a list that names at least one, or one of all.`,
    ],
    [
      'an assertion about a union',
      assertion('destinations', ['EU']),
      `claims.json [${CLAIM}]: field "asserts[0].destinations[0]" names the EU. List its members.`,
    ],
    [
      'an assertion that ends before it starts',
      assertion('to', '2025-05-13'),
      `claims.json [${CLAIM}]: field "asserts[0].to" is 2025-05-13, before 2025-05-14, when the assertion starts. Correct one of the two.`,
    ],
    [
      'a value outside its range',
      point('low', 30000),
      'indicators.json [dysprosium-exports]: field "points[0].value" is 26037, outside its own range from 30000 to null. Correct one of the three.',
    ],
    [
      'a period that is none',
      point('period', 'June 2024'),
      'indicators.json [dysprosium-exports]: field "points[0].period" is "June 2024", which is not a date, a quarter or a span. Write it like 2025-10, 2025-Q4 or 2025-01/2025-06.',
    ],
    [
      'a period told twice',
      point('period', '2025-05'),
      'indicators.json [dysprosium-exports]: field "points[1].period" has two values for one period: 26037 and 0 for "2025-05". Keep one.',
    ],
    [
      'a period told twice in other words',
      point('period', '2025-05-01/2025-05-31'),
      'indicators.json [dysprosium-exports]: field "points[1].period" has two values for one period: 26037 for "2025-05-01/2025-05-31" and 0 for "2025-05", which are the same days. Keep one.',
    ],
    [
      'a period that ends before it begins',
      point('period', '2025-05/2025-04'),
      'indicators.json [dysprosium-exports]: field "points[0].period" is "2025-05/2025-04", which is not a date, a quarter or a span. Write it like 2025-10, 2025-Q4 or 2025-01/2025-06.',
    ],
    [
      'a point from nowhere',
      point('source', 'rumour'),
      'indicators.json [dysprosium-exports]: field "points[0].source" names "rumour", which is not in sources.json. Add it there or correct the key.',
    ],
  ])('%s', ([, spoil, said]) => {
    expect(saidAfter(spoil)).toContain(said)
  })

  test('tells all that is wrong in one run', () => {
    const said = saidAfter((files) => {
      line('effectiveFrom', '2025-02-30')(files)
      set('claims', CLAIM, 'tags', ['cn-2025-99'])(files)
    })

    expect(said).toHaveLength(2)
  })

  test('tells of a circle among acts, whole', () => {
    const said = saidAfter((files) => {
      const other = row(files, 'provisions', 'cn-2025-72-suspends-2024-46-clause-2')
      other['targets'] = ['cn-2025-70']
      act('targets', ['cn-2025-72'])(files)
    })

    expect(said).toEqual([
      expect.stringMatching(
        /^provisions\.json \[cn-2025-7\S+\]: field "targets" leads back to itself: cn-2025-7\S+ → cn-2025-7\S+ → cn-2025-7\S+\. An act may not act on what acts on it\.$/,
      ),
    ])
  })

  test('refuses an extension of an extension: the second one names what the first one named', () => {
    const said = saidAfter((files) => {
      const first = row(files, 'provisions', 'cn-2025-72-suspends-2024-46-clause-2')
      first['effect'] = 'extend'
      act('effect', 'extend')(files)
      act('targets', ['cn-2025-72-suspends-2024-46-clause-2'])(files)
    })

    expect(said).toEqual([
      expect.stringMatching(
        /"targets" names cn-2025-72-suspends-2024-46-clause-2, which is itself an extension\. Name the suspension or the rule whose last day moves\.$/,
      ),
    ])
  })

  test('takes acts that act on acts, as long as they lead on', () => {
    expect(saidAfter(act('targets', ['cn-2025-72']))).toEqual([])
  })

  test.for(FILE_NAMES)('a record of %s is an object with fields, or it is told', (name) => {
    const said = saidAfter((files) => Object.assign(files, { [name]: [null, 7, 'text', [], {}] }))

    expect(said.filter((one) => one.startsWith(`${name}.json: record #`))).toHaveLength(5)
  })
})
