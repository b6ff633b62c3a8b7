import { describe, expect, test } from 'vitest'
import { filesOfTheHouse, textOf } from './files'

const migrations = filesOfTheHouse().filter((path) => /^prisma\/migrations\/.*\.sql$/.test(path))

/** Keys and references explain themselves, and the shape of keys is explained once for all tables of keys. */
const SELF_EVIDENT = /(_pkey|_fkey)$|^key_of_an?_\w+_is_readable$/

test('there are migrations to look at', () => {
  expect(migrations.length).toBeGreaterThan(0)
})

describe.for(migrations)('%s', (path) => {
  const paragraphs = textOf(path).split(/\n\s*\n/)

  test('gives the reason above every constraint', () => {
    const silent = paragraphs
      .filter((paragraph) => !/^\s*--/m.test(paragraph.split(/\bCONSTRAINT\b/)[0] ?? ''))
      .flatMap((paragraph) => [...paragraph.matchAll(/\bCONSTRAINT\s+(?!TRIGGER\b)(\w+)/g)])
      .map(([, name = '']) => name)
      .filter((name) => !SELF_EVIDENT.test(name))

    expect(silent).toEqual([])
  })

  test('gives the reason above every function, trigger and grant', () => {
    const acts = /^(CREATE (OR REPLACE )?(CONSTRAINT )?(FUNCTION|TRIGGER|EXTENSION|ROLE)|GRANT|REVOKE)\b.*/m
    const statements = paragraphs.filter((paragraph) => acts.test(paragraph))

    expect(
      statements.filter((paragraph) => !paragraph.trimStart().startsWith('--')).map((text) => acts.exec(text)?.[0]),
    ).toEqual([])
  })

  test('names every check, so that the name can say what was tried', () => {
    const nameless = [...textOf(path).matchAll(/^.*\b(CHECK|EXCLUDE)\b.*$/gm)]
      .filter((match) => !match[0].trimStart().startsWith('--'))
      .filter((match) => {
        const before = textOf(path).slice(0, match.index + match[0].search(/\b(CHECK|EXCLUDE)\b/))
        return !/CONSTRAINT\s+\w+\s*$/.test(before)
      })
      .map(([line]) => line)

    expect(nameless).toEqual([])
  })
})
