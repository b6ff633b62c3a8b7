import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { openApiDocument } from '@/lib/contract/api/openapi'
import { API } from '@/lib/contract/api/operation'
import { OPERATIONS } from '@/lib/contract/api/registry'
import { english } from '@/lib/contract/words/catalogue'

const GOLDEN = fileURLToPath(new URL('../../golden/api-v1.txt', import.meta.url))

type Node = { readonly [keyword: string]: unknown }

const document = openApiDocument() as {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Node } }
  readonly components: { readonly schemas: { readonly [name: string]: Node } }
}

describe('the document of the API', () => {
  test('is OpenAPI 3.1 in the reading of a validator that is not ours', async () => {
    const validator = new Validator()
    expect(await validator.validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  test('refers to nothing that it does not hold, and holds nothing that it does not refer to', () => {
    const text = JSON.stringify(document)
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
    expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort())
    expect(text).not.toContain('$defs')
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect(schema['$ref'], name).toBeUndefined()
    }
  })

  test('tells of every operation once, with its problems, and of nothing else', () => {
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, responses }]) => [
        `${method.toUpperCase()} ${path}`,
        operationId,
        Object.keys(responses as Node)
          .map(Number)
          .sort(),
      ]),
    )
    expect(told.sort()).toEqual(
      OPERATIONS.map(({ id, method, path, succeeds, fails }) => [
        `${method} ${API}${path}`,
        id,
        [...new Set([...succeeds, ...(method === 'GET' ? [304] : []), ...fails, 429, 503])].sort(), // the last two of any
      ]).sort(),
    )
  })

  test('has words for every operation, and none for others', () => {
    expect(Object.keys(english.api.operation).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort())
  })
})

describe('what is promised for as long as this is version 1', () => {
  test('every path, field and word that was ever there is there, and means what it meant', () => {
    const promised = readFileSync(GOLDEN, 'utf8').trim().split('\n')
    const now = new Set(linesOf())
    expect(promised.length).toBeGreaterThan(1000)
    expect(promised.filter((line) => !now.has(line))).toEqual([])
  })

  // `vitest --update` writes down what was added; what was taken away or changed still fails above.
  test('what was added since is promised too', async () => {
    await expect(`${linesOf().join('\n')}\n`).toMatchFileSnapshot(GOLDEN)
  })
})

test('no field is a day or a truth by turns, and a status is always a word', () => {
  const kinds = new Map<string, Set<string>>()
  for (const [, place = '', is = ''] of linesOf().flatMap((line) => [...line.matchAll(/^(\w+[.][^ ]+) ([^ ]+)$/g)])) {
    kinds.set(place, new Set([...(kinds.get(place) ?? []), ...is.split(',')]))
  }
  const told = [...kinds].map(([place, is]) => ({ place, is: [...is].sort() }))
  // The cells of a table are each of the kind that their column says.
  const truths = told.filter(
    ({ place, is }) => !place.endsWith(']') && is.some((one) => ['boolean', 'true', 'false'].includes(one)),
  )
  expect(truths.length).toBeGreaterThan(10)
  expect(truths.filter(({ is }) => is.length > 1)).toEqual([])

  const statuses = told.filter(({ place }) => /^(?!Problem).*[.](status|openness)\??$/.test(place))
  expect(statuses.length).toBeGreaterThan(5)
  expect(statuses.filter(({ is }) => is.join() !== 'string')).toEqual([])
  expect(told.find(({ place }) => place === 'Status.lastDay')?.is).toEqual(['date', 'null'])
})

/** A line for each path, field of a request, field of an answer and word of a list. */
function linesOf(): readonly string[] {
  const paths = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters }]) => [
      `${method.toUpperCase()} ${path}`,
      ...(parameters as readonly Node[]).map(({ name, required }) => {
        return `${method.toUpperCase()} ${path} ${name}${required === true ? ' required' : ''}`
      }),
    ]),
  )
  const fields = Object.entries(document.components.schemas).flatMap(([name, schema]) => linesIn(name, schema))
  return [...new Set([...paths, ...fields])].sort()
}

function linesIn(place: string, schema: Node): readonly string[] {
  const required = (schema['required'] ?? []) as readonly string[]
  const inner = Object.entries((schema['properties'] ?? {}) as { readonly [name: string]: Node }).flatMap(
    ([name, field]) => linesIn(`${place}.${name}${required.includes(name) ? '' : '?'}`, field),
  )
  const either = [...((schema['anyOf'] ?? schema['oneOf'] ?? []) as readonly Node[])].flatMap((one) =>
    linesIn(place, one),
  )
  const items = schema['items'] === undefined ? [] : linesIn(`${place}[]`, schema['items'] as Node)
  const words = ((schema['enum'] ?? []) as readonly string[]).map((word) => `${place} may be ${word}`)
  const is = schema['$ref'] ?? schema['const'] ?? schema['format'] ?? schema['type']
  return [
    ...(is === undefined ? [] : [`${place} ${String(is).replace('#/components/schemas/', '')}`]),
    ...words,
    ...inner,
    ...items,
    ...either,
  ]
}
