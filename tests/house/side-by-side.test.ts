import { describe, expect, test } from 'vitest'
import { filesOfTheHouse, textOf } from './files'

/** What the first release brought along: nothing ran beside it that could be taken by surprise. */
const FIRST_RELEASE = /^prisma\/migrations\/20261122/

/**
 * What a release still running beside the next one could not live with, see lib/decisions/0043: what it reads may not go
 * away or change its name, and what it writes may not be refused.
 */
const TAKES_AWAY: readonly (readonly [what: string, statement: RegExp])[] = [
  [
    'drops what may be in use',
    /\bDROP (TABLE|COLUMN|VIEW|MATERIALIZED VIEW|FUNCTION|SCHEMA|TYPE|ROLE|SEQUENCE|EXTENSION)\b/,
  ],
  ['gives it another name', /\bRENAME\b/],
  ['gives a column another type', /\bALTER (COLUMN )?\w+ (SET DATA )?TYPE\b/],
  ['asks for a value that was not asked for', /\bSET NOT NULL\b/],
  [
    'adds a column that old writers leave empty, and may not',
    /\bADD (COLUMN )?(?!CONSTRAINT)\w+ (?!.*\bDEFAULT\b)[^,;]*\bNOT NULL\b/,
  ],
  ['takes a right away', /\bREVOKE\b(?! .*\bFROM PUBLIC\b)/],
  ['empties a table', /^(TRUNCATE|DELETE FROM)\b/],
]

/** A rule for a table that was there before may refuse what the release before still writes. */
const NEW_RULE = /^ALTER TABLE (?:ONLY )?([\w."]+)\s+ADD CONSTRAINT (\w+)/

/** Migrations that do one of these all the same, each with why no release beside it can be hurt. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '20261123000100_drafts_and_publications':
    'one rule takes more codes than the rule it stands for; the other is about columns that nobody filled before',
  '20261126000100_guards_ask_what_a_revision_touches':
    'what goes is a view that triggers alone asked, and what they ask instead comes in the same transaction',
}

/** The statements of a migration on one line each, without remarks and without the bodies of functions. */
function statementsOf(sql: string): readonly string[] {
  return sql
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '')
}

/** What of a migration the release before could not live with, a line each. */
function takenAway(sql: string): readonly string[] {
  const statements = statementsOf(sql)
  const made = new Set(statements.flatMap((one) => /^CREATE TABLE (?:IF NOT EXISTS )?([\w."]+)/.exec(one)?.[1] ?? []))
  return statements.flatMap((statement) => {
    const acts = TAKES_AWAY.filter(([, pattern]) => pattern.test(statement)).map(([what]) => what)
    const [, table = '', rule] = NEW_RULE.exec(statement) ?? []
    return [...acts, ...(rule !== undefined && !made.has(table) ? [`makes the rule ${rule} for ${table}`] : [])]
  })
}

const later = filesOfTheHouse().filter(
  (path) => /^prisma\/migrations\/.*\.sql$/.test(path) && !FIRST_RELEASE.test(path),
)

test('there are migrations after the first release', () => {
  expect(later.length).toBeGreaterThan(5)
})

test.each(later)('the release before runs on beside %s', (path) => {
  const name = path.split('/')[2] ?? ''

  expect(name in EXCEPTIONS ? [] : takenAway(textOf(path))).toEqual([])
})

test('every exception is one', () => {
  const needless = Object.keys(EXCEPTIONS).filter(
    (name) => takenAway(textOf(`prisma/migrations/${name}/migration.sql`)).length === 0,
  )

  expect(needless).toEqual([])
})

describe('is seen to take away', () => {
  test.each([
    'DROP TABLE draft;',
    'ALTER TABLE draft DROP COLUMN name;',
    'ALTER TABLE draft RENAME COLUMN name TO title;',
    'ALTER TABLE draft RENAME TO plan;',
    'ALTER TABLE draft ALTER COLUMN name TYPE varchar(20);',
    'ALTER TABLE draft\n  ALTER COLUMN name SET NOT NULL;',
    'ALTER TABLE draft ADD COLUMN kind text NOT NULL;',
    'ALTER TABLE draft ADD CONSTRAINT a_draft_is_short CHECK (length(name) < 20);',
    'REVOKE SELECT ON draft FROM sluice_reader;',
    'DELETE FROM draft;',
  ])('%s', (statement) => {
    expect(takenAway(statement)).not.toEqual([])
  })
})

describe('is seen to take nothing away', () => {
  test.each([
    'CREATE TABLE plan (id integer NOT NULL); ALTER TABLE plan ADD CONSTRAINT plan_is_positive CHECK (id > 0);',
    "ALTER TABLE draft ADD COLUMN kind text NOT NULL DEFAULT 'law';",
    'ALTER TABLE draft ADD COLUMN note text;',
    'CREATE INDEX draft_name ON draft (name);',
    '-- Whoever DROP TABLE reads here reads a remark.\nSELECT 1;',
    'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM draft $$;',
    'REVOKE ALL ON FUNCTION f() FROM PUBLIC;',
  ])('%s', (statement) => {
    expect(takenAway(statement)).toEqual([])
  })
})
