import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNumber } from '@/lib/contract/code'
import type { FoundGroup } from '@/lib/contract/found'
import { closeDatabase } from '@/lib/db/client'
import { ledgerAt } from '@/lib/db/ledger'
import { FIND } from '@/lib/db/search'
import { KINDS } from '@/lib/ledger/change'
import type { WholeRecord } from '@/lib/ledger/testimony'
import { findInRecord } from '@/lib/reading/search'
import { wantedIn } from '@/lib/reading/wanted'
import { useDatabase } from '../support/database'

let record: WholeRecord
let owner: pg.Client

beforeAll(async () => {
  owner = new pg.Client({ connectionString: await useDatabase('record') })
  await owner.connect()
  const found = await ledgerAt(1)
  if (found === null) throw new Error('revision 1 is not there')
  record = found
})
afterAll(async () => {
  await owner.end()
  await closeDatabase()
})

const find = (text: string) => findInRecord(record, 1, text)
const best = async (text: string) => (await find(text))[0]?.found[0]?.key
const ofKind = async (text: string, kind: FoundGroup['kind']) => (await find(text)).find((group) => group.kind === kind)

/** What a reader types, and what comes first of all. */
const RANKED: readonly (readonly [text: string, first: string])[] = [
  // symbols, names and aliases, in any case
  ['Dy', 'Dy'],
  ['dy', 'Dy'],
  ['Y', 'Y'],
  ['Ho', 'Ho'],
  ['Dysprosium', 'Dy'],
  ['TERBIUM', 'Tb'],
  ['gallium', 'Ga'],
  ['alloy', 'alloy'],
  ['镝', 'Dy'],
  ['钕', 'Nd'],
  ['合金', 'alloy'],
  // as one types
  ['dyspr', 'Dy'],
  ['praseo', 'Pr'],
  ['ytte', 'Yb'],
  ['gado', 'Gd'],
  // misspelt
  ['dysprosum', 'Dy'],
  ['disprosium', 'Dy'],
  ['gadolinum', 'Gd'],
  ['neodimium', 'Nd'],
  ['prasodymium', 'Pr'],
  ['yterbium', 'Yb'],
  ['lutecium', 'Lu'],
  ['samarum', 'Sm'],
  ['rheinmetal', 'rheinmetall-ag'],
  ['lockhead martin', 'lockheed-martin-ventures'],
  // announcements in any usual spelling
  ['No. 61 of 2025', 'cn-2025-61'],
  ['no 61', 'cn-2025-61'],
  ['61/2025', 'cn-2025-61'],
  ['Announcement 61 of 2025', 'cn-2025-61'],
  ['MOFCOM 61', 'cn-2025-61'],
  ['MOFCOM Announcement No. 61 [2025]', 'cn-2025-61'],
  ['No. 61, 2025', 'cn-2025-61'],
  ['公告2025年第61号', 'cn-2025-61'],
  ['商务部公告2025年第61号', 'cn-2025-61'],
  ['2025年第61号公告', 'cn-2025-61'],
  ['第61号', 'cn-2025-61'],
  ['商务部、海关总署公告2025年第18号', 'cn-2025-18'],
  ['cn-2025-61', 'cn-2025-61'],
  ['No. 57 of 2023', 'cn-2023-57'],
  ['Presidential Order 58', 'cn-2020-export-control-law'],
  ['出口管制法', 'cn-2020-export-control-law'],
  // codes, with and without dots, whole and from their start
  ['1C905.a.1', 'cn-2025-18-1c905-a-1'],
  ['1c905a1', 'cn-2025-18-1c905-a-1'],
  ['1C902.a.1', 'cn-2025-18-1c902-a-1'],
  ['2b902z', 'cn-2025-56-2b902-z'],
  // parties: capitals, legal suffixes, Chinese
  ['rheinmetall', 'rheinmetall-ag'],
  ['RHEINMETALL AG', 'rheinmetall-ag'],
  ['Rheinmetall GmbH', 'rheinmetall-ag'],
  ['Lockheed Martin Corp.', 'lockheed-martin-corporation'],
  ['Fujitsu Network Solutions', 'fujitsu-network-solutions-limited'],
  ['日野汽车', 'hino-motors-ltd'],
  ['通用动力公司', 'general-dynamics'],
  // what people call things
  ['October 9', 'october-9'],
  ['april 4 controls', 'april-4'],
  ['general licence', 'general-licences'],
  ['dysprosium exports', 'dysprosium-exports'],
  ['暂停实施', 'cn-2025-72'],
  ['remove the rare earth countermeasures', '2025-05-greer-countermeasures-removed'],
  ['Critical Raw Materials Act', '2024-05-23-crma'],
]

describe('what comes first', () => {
  test.for(RANKED)('of what %o finds is %s', async ([text, first]) => {
    expect(await best(text)).toBe(first)
  })
})

describe('the search', () => {
  test('takes one or two letters for a symbol and nothing else', async () => {
    const [materials, ...others] = await find('Y')
    expect(materials?.found.map(({ label }) => label)).toEqual(['Y · Yttrium'])
    expect(others).toEqual([])
  })

  test('reads an announcement number whole: 6 is not 61', async () => {
    expect(await ofKind('No. 6', 'instruments')).toBeUndefined()
    expect((await ofKind('57', 'instruments'))?.found.map(({ key }) => key).slice(0, 2)).toEqual([
      'cn-2023-57',
      'cn-2025-57',
    ])
  })

  test('indexes the number of each instrument as the page and the API read it', async () => {
    const { rows } = await owner.query<{ key: string; words: string }>(
      "select key, words::text from search.document where kind = 'instrument'",
    )
    for (const [text, asked] of [
      ['@61/2025', { number: 61, year: 2025 }],
      ['@57', { number: 57, year: null }],
      ['@1/2026', { number: 1, year: 2026 }],
    ] as const) {
      const indexed = rows.filter(({ words }) => words.includes(`'${text}'`)).map(({ key }) => key)
      const read = record.instruments.filter(({ number }) => hasNumber(number, asked)).map(({ key }) => key)
      expect(indexed.sort(), text).toEqual(read.sort())
    }
  })

  test.for([
    ['2846', '2846'],
    ['28.46', '2846'],
    ['2846.90', '284690'],
    ['8505.11', '850511'],
  ])('finds by %s every line that prints a code beginning so, and no other', async ([text = '', digits = '']) => {
    const printed = record.provisions.filter(({ hsCodes }) => hsCodes.some((code) => code.startsWith(digits)))
    expect((await ofKind(text, 'items'))?.total ?? 0).toBe(printed.length)
  })

  test.for([
    ['镝', 'dysprosium'],
    ['钐', 'samarium'],
    ['镓', 'gallium'],
  ])('finds by a Chinese name what the English one finds: %s as %s', async ([chinese = '', english = '']) => {
    const keysOf = async (text: string) =>
      (await find(text)).flatMap(({ kind, found }) => found.map(({ key }) => `${kind} ${key}`))
    const [own, other] = [new Set(await keysOf(chinese)), await keysOf(english)]
    expect(other.filter((key) => !own.has(key))).toEqual([])
    expect(own.size).toBeGreaterThan(10)
  })

  test('finds lines, series and claims by the material that they are about, whatever they call it', async () => {
    const keys = async (kind: FoundGroup['kind']) => (await ofKind('钐钴', kind))?.found.map(({ key }) => key) ?? []
    const lines = record.provisions.filter(({ materials }) => materials.includes('smco')).map(({ key }) => key)
    expect(await keys('items')).toEqual(expect.arrayContaining(lines))
    const claims = record.claims.filter(({ asserts }) =>
      asserts.some(({ materials }) => Array.isArray(materials) && materials.includes('Dy')),
    )
    expect((await ofKind('镝', 'claims'))?.found.map(({ key }) => key)).toEqual(
      expect.arrayContaining(claims.map(({ key }) => key)),
    )
    expect((await ofKind('镝', 'indicators'))?.found.map(({ key }) => key)).toContain('dysprosium-exports')
  })

  test('takes a number for a name or a code, and not for one in what a line says of a furnace', async () => {
    expect(record.provisions.some(({ item }) => item.includes('850 C'))).toBe(true)
    for (const text of ['8505', '850']) {
      const first = (await find(text))[0]
      expect(first?.kind, text).not.toBe('items')
    }
  })

  test('tells how many there are where it does not list them all', async () => {
    const sources = (await findInRecord(record, 1, 'rare earth', 3)).find(({ kind }) => kind === 'sources')
    expect(sources?.found).toHaveLength(3)
    expect(sources?.total).toBeGreaterThan(3)
  })

  test('compares spellings only where nothing is found as it is spelt', async () => {
    const materials = async (text: string) => (await ofKind(text, 'materials'))?.found.map(({ key }) => key)
    expect(await materials('erbium')).not.toContain('Tb')
    expect(await materials('rbium')).toContain('Tb')
  })

  test.for(['', '   ', "'", '\\', 'zzzz', ':*', '!!!', '&|', '\u0000', '=*', '@', '%', '(', '½'])(
    'is not disturbed by %o',
    async (text) => {
      expect((await find(text)).flatMap(({ found }) => found).length).toBeLessThan(400)
    },
  )

  test.for(['1C999', '8599', 'No. 999 of 2025', '99999'])(
    'never takes a code for one that is alike: %s',
    async (text) => {
      expect((await find(text)).filter(({ kind }) => kind === 'items' || kind === 'instruments')).toEqual([])
    },
  )

  test('finds nothing for nothing', async () => {
    expect(await find('   ')).toEqual([])
    expect(await find('zzzz')).toEqual([])
  })
})

describe('the documents', () => {
  test('stand one for each version, and nobody but a new revision may touch them', async () => {
    const count = async (text: string) => (await owner.query<{ count: number }>(text)).rows[0]?.count
    expect(await count('select count(*)::integer from search.document')).toBe(
      await count(
        `select sum(count)::integer as count from (${KINDS.map((kind) => `select count(*) from ${kind}_version`).join(' union all ')}) as all_of_them`,
      ),
    )
    for (const act of [
      'delete from search.document',
      "update search.document set spelling = ''",
      'truncate search.document',
      "insert into search.document select kind, key || 'x', recorded_in, superseded_in, words, spelling from search.document",
    ]) {
      await expect(owner.query(act), act).rejects.toThrow(/append-only|not being written/)
    }
    await owner.query('begin; set local role sluice_application')
    await expect(owner.query("insert into search.document values ('form', 'x', 1, null, '', '')")).rejects.toThrow(
      'permission denied',
    )
    await owner.query('rollback')
  })

  test('are found through both indexes', async () => {
    const { said, words, codes, also } = wantedIn(record, 'dysprosum')
    await owner.query(
      'begin; set local enable_seqscan = off; alter table search.document drop constraint document_pkey',
    )
    await owner.query(`prepare find(text, text, text[], integer, integer, text[], text[]) as ${FIND}`)
    const list = (texts: readonly string[]) => `array[${texts.map((text) => owner.escapeLiteral(text)).join()}]::text[]`
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `explain execute find(${owner.escapeLiteral(said)}, ${owner.escapeLiteral(words)}, ${list(codes)}, 1, 40, ${list(KINDS)}, ${list(also)})`,
    )
    await owner.query('rollback')
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/document_words_idx[\s\S]*document_spelling_idx/)
    expect(plan).not.toContain('Seq Scan')
  })
})
