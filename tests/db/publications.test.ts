import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../support/database'
import { hash, openSql, type Sql } from './sql'

let owner: Sql
let application: Sql
let reader: Sql
let first: string

const PEOPLE = `insert into person (id, name, email, role) values
  ('ana', 'Ana', 'ana@example.org', 'reviewer'), ('ben', 'Ben', 'ben@example.org', 'reviewer'),
  ('cai', 'Cai', 'cai@example.org', 'reviewer'), ('dee', 'Dee', 'dee@example.org', 'reviewer');`

const DRAFT = 'b6b4c1f0-0000-4000-8000-000000000001'

function revision(number: number, kind: string, previous: string): string {
  return `insert into revision values (${number}, '${kind}', 'Ana', 'Because', '2026-11-22T00:00:00Z', '${previous}', '${hash(String(number))}');`
}

function publication(said: { readonly [column: string]: string | number }): string {
  const row = { authors: '{ana}', publisher: 'ben', ...said }
  return `insert into publication (${Object.keys(row).join(', ')}) values (${Object.values(row)
    .map((value) => `'${value}'`)
    .join(', ')});`
}

const second = (kind: string, said: { readonly [column: string]: string | number } = {}) =>
  `${revision(2, kind, first)} ${publication({ revision: 2, kind, ...said })}`

const ADDS_A_MATERIAL = `insert into material values ('unheard-of', 2);
  insert into material_version select 'unheard-of', 2, null, 'product', false, null, null, name_en, name_zh, null, null,
    '{}', forms, uses, '{}', '{}' from material_version where key = 'Dy';
  insert into citation (citing_kind, citing_key, part, position, recorded_in, source)
    select 'material', 'unheard-of', 'record', 0, 2, key from source_version limit 1;`

/** Asked before anything else is: a record that others name would be missed too. */
const ANSWERED = 'set constraints somebody_answers_for_every_revision immediate;'

const ADDS_A_SOURCE = `insert into source values ('a-late-find', 2);
  insert into source_version select 'a-late-find', 2, null, 'A late find', publisher, null, null, language, kind, how_read,
    null, null from source_version limit 1;`

beforeAll(async () => {
  const url = await aDatabase('record')
  owner = await openSql(url)
  application = await openSql(url, 'sluice_application')
  reader = await openSql(url, 'sluice_reader')
  await owner.run(PEOPLE)
  first = String((await owner.run('select hash from revision'))[0]?.['hash'])
})

afterAll(async () => {
  await Promise.all([owner.close(), application.close(), reader.close()])
})

/** Says that SQL would be accepted, and leaves nothing behind. */
async function accepted(sql: string): Promise<void> {
  const refusal = await owner.refusal(`${sql} set constraints all immediate; select 1/0;`)
  expect(refusal).toEqual({ constraint: undefined, code: '22012' })
}

describe('two persons', () => {
  test.for(['law', 'correction'])('publish a revision of kind %s: who wrote some of it does not', async (kind) => {
    const alone = second(kind, { authors: '{ben,ana}', publisher: 'ana' })

    expect(await owner.refusal(alone)).toMatchObject({
      constraint: 'law_and_corrections_are_published_by_someone_else',
    })
    await accepted(second(kind))
  })

  test.for(['wording', 'verification'])('are not asked for by a revision of kind %s', async (kind) => {
    await accepted(second(kind, { publisher: 'ana' }))
  })

  test('are not asked for in a hurry, and then a day is named for the review', async () => {
    await accepted(second('law', { publisher: 'ana', review_due: '2026-11-23T00:00:00Z' }))
  })

  test('are not put off for longer than a day', async () => {
    expect(await owner.refusal(second('law', { publisher: 'ana', review_due: '2026-11-23T00:01:01Z' }))).toMatchObject({
      constraint: 'a_review_is_due_within_a_day',
    })
  })

  test('publish what was learnt of the law', async () => {
    expect(await owner.refusal(second('addition', { publisher: 'ana' }) + ADDS_A_MATERIAL)).toMatchObject({
      constraint: 'what_was_learnt_of_the_law_is_published_by_someone_else',
    })
    await accepted(second('addition') + ADDS_A_MATERIAL)
    await accepted(second('addition', { publisher: 'ana' }) + ADDS_A_SOURCE)
  })

  test.for(['form', 'regime', 'source', 'event', 'claim', 'indicator'])(
    'publish an addition by which a %s stands no more',
    async (kind) => {
      const retires = `update ${kind}_version set superseded_in = 2
        where key = (select min(key) from ${kind}_version where superseded_in is null);`

      expect(await owner.refusal(second('addition', { publisher: 'ana' }) + retires + ANSWERED)).toMatchObject({
        constraint: 'what_was_learnt_of_the_law_is_published_by_someone_else',
      })
    },
  )

  test('are all named as authors who wrote some of the draft', async () => {
    const draft = `insert into draft (id, title, kind, base, author, contributors)
      values ('${DRAFT}', 'A draft', 'law', 1, 'ana', '{ana,ben}');`

    expect(await owner.refusal(draft + second('law', { draft: DRAFT, authors: '{ana}' }))).toMatchObject({
      constraint: 'whoever_wrote_some_of_it_is_an_author',
    })
    await accepted(draft + second('law', { draft: DRAFT, authors: '{cai,ben,ana}', publisher: 'dee' }))
  })
})

describe('every revision after the first', () => {
  test.for<[string, () => string, string]>([
    ['that nobody answers for', () => revision(2, 'law', first), 'somebody_answers_for_every_revision'],
    [
      'that is told as another kind than it is',
      () => revision(2, 'law', first) + publication({ revision: 2, kind: 'wording' }),
      'somebody_answers_for_every_revision',
    ],
    ['that takes back and is no correction', () => second('law', { reverts: 1 }), 'what_takes_back_is_a_correction'],
    ['that nobody wrote', () => second('law', { authors: '{}' }), 'a_publication_has_an_author'],
    ['that takes back itself', () => second('correction', { reverts: 2 }), 'a_publication_speaks_of_earlier_revisions'],
    [
      'that reviews what waits for no review',
      () => second('wording', { reviews: 1 }),
      'an_urgent_publication_is_reviewed_by_someone_else',
    ],
    [
      'whose publication comes late',
      () => publication({ revision: 1, kind: 'addition' }),
      'a_publication_enters_with_its_revision',
    ],
  ])('%s is refused', async ([, sql, constraint]) => {
    expect(await owner.refusal(sql())).toMatchObject({ constraint })
  })
})

describe('an urgent revision', () => {
  const third = (publisher: string, reviews = 2) =>
    `${revision(3, 'verification', hash('2'))} ${publication({ revision: 3, kind: 'verification', authors: `{${publisher}}`, publisher, reviews })}`
  const urgent = () => second('law', { authors: '{ana,cai}', publisher: 'ana', review_due: '2026-11-23T00:00:00Z' })

  test.for(['ana', 'cai'])('is not reviewed by %s, who wrote or published it', async (who) => {
    expect(await owner.refusal(urgent() + third(who))).toMatchObject({
      constraint: 'an_urgent_publication_is_reviewed_by_someone_else',
    })
  })

  test('is reviewed by somebody else, and once', async () => {
    await accepted(urgent() + third('ben'))
    const again = `${revision(4, 'verification', hash('3'))} ${publication({ revision: 4, kind: 'verification', publisher: 'ben', reviews: 2 })}`
    expect(await owner.refusal(urgent() + third('ben') + again)).toMatchObject({
      constraint: 'publication_reviews_key',
    })
  })

  test('is reviewed by a verification alone', async () => {
    const reworded = `${revision(3, 'wording', hash('2'))} ${publication({ revision: 3, kind: 'wording', authors: '{ben}', reviews: 2 })}`
    expect(await owner.refusal(urgent() + reworded)).toMatchObject({ constraint: 'a_review_is_a_verification' })
  })

  test('is the only one that waits for a review', async () => {
    expect(await owner.refusal(second('law') + third('cai'))).toMatchObject({
      constraint: 'an_urgent_publication_is_reviewed_by_someone_else',
    })
  })
})

describe('drafts', () => {
  const draft = (
    said = "'open', null",
  ) => `insert into draft (id, title, kind, base, author, contributors, state, revision)
    values ('${DRAFT}', 'A draft', 'law', 1, 'ana', '{ana}', ${said});`
  const entry = (
    said: string,
  ) => `${draft()} insert into draft_entry (id, draft, kind, key, changed_by, printed, retires)
    values ('${DRAFT}', '${DRAFT}', ${said});`

  test.for([
    [draft("'published', null"), 'a_published_draft_names_its_revision'],
    [draft("'open', 1"), 'a_published_draft_names_its_revision'],
    [draft("'lost', null"), 'state_of_a_draft_is_a_known_word'],
    [draft().replace("'A draft'", "' '"), 'a_draft_is_named'],
    [draft().replace("'{ana}'", "'{ben}'"), 'who_opened_a_draft_contributed'],
    [entry("'rumour', 'x', 'ana', '{}', null"), 'an_entry_is_a_kind_of_record'],
    [entry("'form', 'x', 'ana', null, null"), 'an_entry_records_or_retires'],
    [entry(`'form', 'x', 'ana', '{}', '{"why": "gone"}'`), 'an_entry_records_or_retires'],
    [
      `${draft()} insert into draft_exception (draft, rule, kind, key, act, reason, person)
        values ('${DRAFT}', 'E3', 'provision', 'x', 'overridden', ' ', 'ben')`,
      'an_exception_is_confirmed_or_overridden',
    ],
  ] as const)('refuses %s', async ([sql, constraint]) => {
    expect(await owner.refusal(sql)).toMatchObject({ constraint })
  })
})

describe('the role of readers', () => {
  const HIDDEN = [
    ...['draft', 'draft_entry', 'draft_comment', 'draft_exception', 'person', 'session', 'account', 'two_factor'],
    ...['sign_in_token', 'rate_limit', 'invitation', 'audit_entry'],
  ]

  test.for([
    ...HIDDEN.map((table) => `select from ${table}`),
    'select publisher from publication',
    'select authors from publication',
    'select draft from publication',
    "insert into revision values (2, 'law', 'Ana', 'Because', now(), null, 'x')",
    "insert into draft (id, title, kind, base, author, contributors) values (null, 'x', 'law', 1, 'ana', '{ana}')",
  ])('has no right to: %s', async (sql) => {
    expect(await reader.refusal(sql)).toMatchObject({ code: '42501' })
  })

  test('sees what is published, and of a publication what is public', async () => {
    expect(await reader.run('select count(*)::int as revisions from revision')).toEqual([{ revisions: 1 }])
    expect(
      await reader.run('select revision, kind, publisher_name, review_due, reviews, reverts from publication'),
    ).toEqual([])
    expect(await reader.run('select from retirement')).toEqual([])
  })
})

describe('the role of the application', () => {
  test.for([
    "update publication set publisher = 'ana'",
    'delete from publication',
    'update retirement set why = null',
    "update audit_entry set act = 'a.b'",
    'delete from audit_entry',
    'delete from draft',
    'delete from person',
    "update draft_comment set words = 'x'",
    'truncate draft_entry',
  ])('has no right to: %s', async (sql) => {
    expect(await application.refusal(sql)).toMatchObject({ code: '42501' })
  })

  test.for([
    ["update publication set publisher = 'ana'", 'the_record_is_append_only'],
    ['delete from publication', 'the_record_is_append_only'],
    ['truncate publication', 'the_record_is_append_only'],
    ["update audit_entry set act = 'a.b'", 'the_log_is_append_only'],
    ['truncate audit_entry', 'the_log_is_append_only'],
  ] as const)('and the owner of the tables is refused: %s', async ([sql, constraint]) => {
    const something = `${second('law')} insert into audit_entry (act) values ('a.b');`
    expect(await owner.refusal(something + sql)).toMatchObject({ constraint })
  })
})
