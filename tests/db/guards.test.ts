import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../support/database'
import { hash, openSql, type Sql } from './sql'

let owner: Sql
let application: Sql

/** Two who may publish what the other wrote; neither can sign in. */
const PEOPLE = `insert into person (id, name, email, role) values
  ('ana', 'Ana', 'ana@example.org', 'reviewer'), ('ben', 'Ben', 'ben@example.org', 'reviewer'),
  ('cai', 'Cai', 'cai@example.org', 'reviewer');`

/** A world with one of each that the guards speak of, recorded as revision 1. */
const FIRST = `
  ${PEOPLE}
  ${revision(1, null, hash('1'))}
  insert into source values ('gazette', 1), ('paper', 1);
  insert into source_version values
    ('gazette', 1, null, 'Gazette', 'State', null, null, 'en', 'primary-legal', 'in-full', null, null),
    ('paper', 1, null, 'Paper', 'Press', null, null, 'en', 'news', 'in-full', null, null);
  insert into form values ('metal', 1);
  insert into form_version values ('metal', 1, null, 'Metal', '金属', 'basic', 1);
  insert into material values ('Dy', 1);
  insert into material_version values
    ('Dy', 1, null, 'element', true, 'Dy', 66, 'Dysprosium', '镝', 'heavy', null, '{}', '{metal}', null, '{}', '{}');
  insert into regime values ('april', 1);
  insert into regime_version values ('april', 1, null, 'April', 'April', 'CN', 'Controls', '2025-04', 1);
  insert into instrument values ('notice', 1), ('speech', 1);
  insert into instrument_version ${instrument('notice', 'law')};
  insert into instrument_version ${instrument('speech', 'statement')};
  insert into provision values ('notice-1', 1);
  insert into provision_version ${provision({ key: 'notice-1' })};
  insert into indicator values ('exports', 1);
  insert into indicator_version values ('exports', 1, null, 'Exports', 'kg', 'CN->world', 'monthly', '{Dy}', null);
  insert into indicator_point_version values ('exports', 0, 1, null, '2025-01', 7, null, null, false, null, 'gazette');
  insert into citation values
    ('material', 'Dy', 'record', 0, 1, null, 'gazette', null), ('regime', 'april', 'record', 0, 1, null, 'gazette', null),
    ('instrument', 'notice', 'record', 0, 1, null, 'gazette', null),
    ('instrument', 'speech', 'record', 0, 1, null, 'gazette', null),
    ('provision', 'notice-1', 'record', 0, 1, null, 'gazette', 'item 1');`

function revision(number: number, previous: string | null, own: string, kind = 'law'): string {
  const before = previous === null ? 'null' : `'${previous}'`
  return `insert into revision values (${number}, '${kind}', 'Ana', 'Because', now(), ${before}, '${own}');`
}

/** Who answers for a revision: Ben for what Ana wrote, where nothing else is said. */
function publication(said: { readonly [column: string]: string | number } = {}): string {
  const row = { revision: 2, kind: 'law', authors: '{ana}', publisher: 'ben', ...said }
  return `insert into publication (${Object.keys(row).join(', ')}) values (${Object.values(row)
    .map((value) => `'${value}'`)
    .join(', ')});`
}

/** Revision 2 on top of the world, published by Ben, and what is done in it. */
const inTheNext = (sql: string) => `${revision(2, hash('1'), hash('2'))} ${publication()} ${sql}`

function instrument(
  key: string,
  binding: string,
  { issued = '2025-04-04', verified = '2026-10-10', at = 1 } = {},
): string {
  return `values ('${key}', ${at}, null, 'april', 'CN', '{MOFCOM}', null, 'Title', null, '${issued}', '${binding}',
    'Says', '{}', null, '${verified}', null, '[]')`
}

type Line = { readonly [column: string]: string }

function provision(given: Line): string {
  const row: Line = {
    key: 'notice-2',
    recorded_in: '1',
    instrument: 'notice',
    clause: '1',
    effect: 'licence',
    in_principle: 'false',
    effective_from: '2025-04-04',
    targets: '{}',
    materials: '{Dy}',
    forms: '{metal}',
    coverage: 'whole',
    item: 'Metal',
    hs_codes: '{}',
    hs_evidence: 'none',
    only_destinations: '{}',
    except_destinations: '{}',
    end_use: 'any',
    route: 'export',
    conditions: '{}',
    evidence: 'text',
    confidence: 'high',
    ...given,
  }
  return `(${Object.keys(row).join(', ')}) values (${Object.values(row)
    .map((value) => `'${value}'`)
    .join(', ')})`
}

/** A second provision, recorded with its source in revision 2. */
const another = (given: Line) =>
  inTheNext(`insert into provision values ('notice-2', 2);
    insert into provision_version ${provision({ recorded_in: '2', ...given })};
    insert into citation values ('provision', 'notice-2', 'record', 0, 2, null, 'gazette', null);`)

beforeAll(async () => {
  const url = await aDatabase('tables')
  owner = await openSql(url)
  application = await openSql(url, 'sluice_application')
  await owner.run(FIRST)
})

afterAll(async () => {
  await owner.close()
  await application.close()
})

const VERSIONS = ['material', 'form', 'regime', 'instrument', 'provision', 'source', 'indicator'] as const

describe('the record is append-only, for its owner too', () => {
  test.for([
    ...VERSIONS.map((kind) => `delete from ${kind}_version`),
    ...VERSIONS.map((kind) => `update ${kind}_version set key = key`),
    'delete from revision',
    "update revision set reason = 'Another'",
    'delete from material',
    "update material set key = 'Tb'",
    "update provision_version set effect = 'prohibit'",
    "update provision_version set effect = 'prohibit', superseded_in = 1",
    'delete from citation',
    "update citation set source = 'paper'",
    'delete from indicator_point_version',
    'update indicator_point_version set value = 8',
    'truncate provision_version',
    'truncate revision cascade',
    'truncate citation',
    'truncate material_version',
    'truncate event_version',
  ])('refuses: %s', async (sql) => {
    expect(await owner.refusal(sql)).toMatchObject({ constraint: 'the_record_is_append_only' })
  })

  test('a version is superseded once, from empty, and by the revision being written', async () => {
    const supersede = "update form_version set superseded_in = 2 where key = 'metal'"

    expect(await owner.refusal(`${inTheNext(supersede)}; ${supersede}`)).toMatchObject({
      constraint: 'the_record_is_append_only',
    })
    expect(await owner.refusal('update form_version set superseded_in = 1')).toMatchObject({
      constraint: 'rows_end_with_the_revision_being_written',
    })
  })

  test('what is superseded cannot be taken up again', async () => {
    const back = `${inTheNext("update source_version set superseded_in = 2 where key = 'paper'")};
      update source_version set superseded_in = null where key = 'paper'`

    expect(await owner.refusal(back)).toMatchObject({ constraint: 'the_record_is_append_only' })
  })
})

describe('the role of the application', () => {
  test.for([
    'delete from provision_version',
    'delete from revision',
    'truncate provision_version',
    "update provision_version set effect = 'prohibit'",
    'update provision_version set recorded_in = 1',
    "update revision set reason = 'Another'",
    "update material set key = 'Tb'",
    'alter table revision disable trigger all',
    'drop table citation',
  ])('has no right to: %s', async (sql) => {
    expect(await application.refusal(sql)).toMatchObject({ code: '42501' })
  })

  test('may append a revision and supersede with it', async () => {
    const url = await aDatabase('tables')
    const [other, lent] = [await openSql(url), await openSql(url, 'sluice_application')]
    await other.run(FIRST)
    await lent.run(inTheNext("update source_version set superseded_in = 2 where key = 'paper'"))

    expect(await other.run("select superseded_in from source_version where key = 'paper'")).toEqual([
      { superseded_in: 2 },
    ])
    await other.close()
    await lent.close()
  })
})

describe('one revision at a time', () => {
  test.for([
    ['a number left out', revision(3, hash('1'), hash('3')), 'revisions_are_numbered_without_a_gap'],
    ['a number used already', revision(1, null, hash('3')), 'revisions_are_numbered_without_a_gap'],
    ['another hash before it', revision(2, hash('9'), hash('2')), 'a_revision_carries_the_hash_of_the_one_before'],
    ['no hash before it', revision(2, null, hash('2')), 'a_revision_carries_the_hash_of_the_one_before'],
    ['the hash of another', revision(2, hash('1'), hash('1')), 'revision_hash_key'],
    ['a hash that is none', revision(2, hash('1'), 'XYZ'), 'hashes_are_sha_256'],
    ['an unknown kind', revision(2, hash('1'), hash('2'), 'guess'), 'kind_of_a_revision_is_a_known_word'],
    ['no author', revision(2, hash('1'), hash('2')).replace('Ana', ' '), 'a_revision_says_who_and_why'],
  ] as const)('refuses %s', async ([, sql, constraint]) => {
    expect(await owner.refusal(sql)).toMatchObject({ constraint })
  })

  test('nothing enters a revision that has ended', async () => {
    const late = "insert into form values ('oxide', 1)"

    expect(await owner.refusal(late)).toMatchObject({ constraint: 'rows_enter_with_the_revision_being_written' })
    expect(await owner.refusal(inTheNext(late))).toMatchObject({
      constraint: 'rows_enter_with_the_revision_being_written',
    })
  })
})

describe('versions', () => {
  test('of one key never overlap', async () => {
    const second = "insert into form_version values ('metal', 2, null, 'Metals', '金属', 'basic', 1)"

    expect(await owner.refusal(inTheNext(second))).toMatchObject({ constraint: 'one_version_of_a_form_at_a_time' })
  })

  test('of one key follow each other', async () => {
    const other = await openSql(await aDatabase('tables'))
    await other.run(FIRST)
    await other.run(
      inTheNext(`update form_version set superseded_in = 2;
        insert into form_version values ('metal', 2, null, 'Metals', '金属', 'basic', 1);`),
    )

    expect(await other.run('select recorded_in, superseded_in from form_version order by recorded_in')).toEqual([
      { recorded_in: 1, superseded_in: 2 },
      { recorded_in: 2, superseded_in: null },
    ])
    await other.close()
  })

  test('take what belongs to them along when they end', async () => {
    const other = await openSql(await aDatabase('tables'))
    await other.run(FIRST)
    await other.run(
      inTheNext('update provision_version set superseded_in = 2; update indicator_version set superseded_in = 2;'),
    )

    expect(await other.run("select superseded_in from citation where citing_kind = 'provision'")).toEqual([
      { superseded_in: 2 },
    ])
    expect(await other.run('select superseded_in from indicator_point_version')).toEqual([{ superseded_in: 2 }])
    await other.close()
  })
})

describe('a provision', () => {
  test.for<[string, Line, string]>([
    [
      'ends before it starts',
      { effective_to: '2025-04-04', last_day_reading: 'stated' },
      'a_provision_ends_no_earlier_than_it_starts',
    ],
    ['does not say how its last day was read', { effective_to: '2025-05-01' }, 'a_last_day_says_how_it_was_read'],
    [
      'repeals until a day',
      { effect: 'repeal', targets: '{notice-1}', effective_to: '2025-05-01', last_day_reading: 'stated' },
      'a_repeal_has_no_last_day',
    ],
    ['suspends nothing', { effect: 'suspend' }, 'only_acts_have_targets_and_they_have_some'],
    ['is a rule with targets', { targets: '{notice-1}' }, 'only_acts_have_targets_and_they_have_some'],
    ['suspends itself', { effect: 'suspend', targets: '{notice-2}' }, 'an_act_does_not_target_itself'],
    ['names no material', { materials: '{}' }, 'a_rule_names_its_materials'],
    ['names no form', { forms: '{}' }, 'a_provision_names_its_forms'],
    [
      'reaches controlled items and others',
      { materials: '{Dy,controlled-items}' },
      'controlled_items_and_any_form_stand_alone',
    ],
    ['reaches any form and others', { forms: '{metal,any}' }, 'controlled_items_and_any_form_stand_alone'],
    [
      'has a customs code of 7 digits',
      { hs_codes: '{2805301}', hs_evidence: 'printed' },
      'customs_codes_have_six_eight_or_ten_digits',
    ],
    ['has customs codes from nowhere', { hs_codes: '{28053011}' }, 'customs_codes_say_where_they_come_from'],
    ['goes to a country that is none', { only_destinations: '{USA}' }, 'destinations_are_country_codes'],
    ['names a party list for all', { party_list: 'notice' }, 'a_party_list_is_for_listed_parties'],
    ['counts a share in percent', { de_minimis: '10' }, 'de_minimis_is_a_share_between_0_and_1'],
    ['does what nobody knows', { effect: 'freeze' }, 'effect_is_a_known_word'],
    ['travels on no known route', { route: 'transit' }, 'route_is_a_known_word'],
    ['has unknown coverage', { coverage: 'some' }, 'coverage_is_a_known_word'],
    ['has unknown evidence', { evidence: 'rumour' }, 'evidence_is_a_known_word'],
    ['belongs to nothing', { instrument: 'nothing' }, 'a_provision_belongs_to_a_known_instrument'],
    ['belongs to a statement', { instrument: 'speech' }, 'a_statement_carries_no_provision'],
    ['names a material that is not there', { materials: '{Dy,Xx}' }, 'what_is_named_stands_in_the_record'],
    ['names a form that is not there', { forms: '{powder}' }, 'what_is_named_stands_in_the_record'],
    ['suspends what is not there', { effect: 'suspend', targets: '{notice-9}' }, 'what_is_named_stands_in_the_record'],
  ])('is refused when it %s', async ([, given, constraint]) => {
    expect(await owner.refusal(another(given))).toMatchObject({ constraint })
  })
})

describe('what stands in the record', () => {
  test.for<[string, string, string]>([
    [
      'an instrument verified before it was issued',
      `insert into instrument values ('late', 2);
       insert into instrument_version ${instrument('late', 'law', { verified: '2025-04-03', at: 2 })};`,
      'an_instrument_is_verified_no_earlier_than_it_is_issued',
    ],
    [
      'a party delisted on the day it was listed',
      `insert into party values ('acme', 2);
       insert into party_version values ('acme', 2, null, 'Acme', null, 'US', 'notice', 'control-list', '2025-04-04', '2025-04-04');`,
      'a_party_is_delisted_after_it_is_listed',
    ],
    [
      'an event that ends before it starts',
      `insert into event values ('talks', 2);
       insert into event_version values ('talks', 2, null, '2025-05', '2025-04', 'month', 'Talks', 'Talks', 'talks', '{CN}', '{}', '{}', 'occurred', 'high');`,
      'an_event_ends_no_earlier_than_it_starts',
    ],
    [
      'a value outside its range',
      `insert into indicator values ('prices', 2);
       insert into indicator_version values ('prices', 2, null, 'Prices', 'USD', 'CN', 'monthly', '{Dy}', null);
       insert into indicator_point_version values ('prices', 0, 2, null, '2025-01', 7, 8, 9, false, null, 'gazette');`,
      'a_value_lies_inside_its_range',
    ],
    [
      'a series without a point',
      `insert into indicator values ('prices', 2);
       insert into indicator_version values ('prices', 2, null, 'Prices', 'USD', 'CN', 'monthly', '{Dy}', null);`,
      'every_series_has_a_point',
    ],
    [
      'a point without its series',
      `insert into indicator_point_version values ('exports', 1, 2, null, '2025-02', 7, null, null, false, null, 'gazette');`,
      'a_point_belongs_to_a_version_of_its_series',
    ],
    ['a key nobody can read', "insert into form values ('Metal Powder', 2);", 'key_of_a_form_is_readable'],
    [
      'a version of a key never named',
      "insert into form_version values ('oxide', 2, null, 'Oxide', '氧化物', 'basic', 2);",
      'form_version_key_fkey',
    ],
    [
      'a citation of what is no source',
      "insert into citation values ('material', 'Dy', 'record', 1, 2, null, 'rumour', null);",
      'a_citation_names_a_known_source',
    ],
    [
      'a citation of nothing that stands',
      "insert into citation values ('event', 'talks', 'record', 0, 2, null, 'gazette', null);",
      'what_belongs_to_a_version_stands_with_it',
    ],
    [
      'a citation added to a version of an earlier revision',
      "insert into citation values ('material', 'Dy', 'record', 1, 2, null, 'paper', null);",
      'what_belongs_to_a_version_stands_with_it',
    ],
    [
      'a citation ended while its version stands',
      "update citation set superseded_in = 2 where citing_key = 'Dy';",
      'what_belongs_to_a_version_stands_with_it',
    ],
    [
      'a point ended while its series stands',
      'update indicator_point_version set superseded_in = 2;',
      'what_belongs_to_a_version_stands_with_it',
    ],
    [
      'an assessment of what is no claim',
      "insert into citation values ('event', 'talks', 'assessment', 0, 2, null, 'gazette', null);",
      'only_a_claim_has_an_assessment',
    ],
    [
      'a record that cites nothing',
      `insert into provision values ('notice-2', 2);
       insert into provision_version ${provision({ recorded_in: '2' })};`,
      'every_record_cites_a_source',
    ],
    [
      'a source withdrawn while it is cited',
      "update source_version set superseded_in = 2 where key = 'gazette';",
      'what_is_named_stands_in_the_record',
    ],
    [
      'a material withdrawn while a provision names it',
      "update material_version set superseded_in = 2 where key = 'Dy';",
      'what_is_named_stands_in_the_record',
    ],
    [
      'a claim about a material that is not there',
      `insert into claim values ('open', 2);
       insert into claim_version values ('open', 2, null, '2025-05', 'month', 'X', 'X', 'X', 'X', 'Open.', null,
         '[{"materials": ["Xx"], "forms": "all"}]', 'partly', 'Because.', '2025-06-01', '{}');`,
      'what_is_named_stands_in_the_record',
    ],
  ])('is never %s', async ([, sql, constraint]) => {
    expect(await owner.refusal(inTheNext(sql))).toMatchObject({ constraint })
  })

  test('may lose a source that nothing cites', async () => {
    const other = await openSql(await aDatabase('tables'))
    await other.run(FIRST)
    await other.run(inTheNext("update source_version set superseded_in = 2 where key = 'paper';"))

    expect(await other.run('select max(number) as head from revision')).toEqual([{ head: 2 }])
    await other.close()
  })
})

describe('what names a key', () => {
  test('is found from the key as it is from the one who names it', async () => {
    const { run, close } = await openSql(await aDatabase('record'))
    const ways = await run('select distinct naming, field from standing_reference')
    const few = `select distinct kind, named from (
      select kind, named, row_number() over (partition by naming, field order by named) as nth from standing_reference
    ) as numbered where nth <= 2`
    const forwards = await run(`
      select distinct naming, by_key, field, kind, named from standing_reference join (${few}) as few using (kind, named)
      order by 1, 2, 3, 4, 5`)
    const backwards = await run(`
      select distinct still.naming, still.by_key, still.field, kind, named
      from (${few}) as few cross join lateral still_naming(kind, named) as still order by 1, 2, 3, 4, 5`)
    const waysTaken = new Set(backwards.map(({ naming, field }) => `${String(naming)} ${String(field)}`))
    await close()

    expect(waysTaken.size).toBe(ways.length)
    expect(backwards).toEqual(forwards)
  })
})
