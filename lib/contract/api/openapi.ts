import type * as z from 'zod'
import { problemDetails } from '../problem-shape'
import { say } from '../words/catalogue'
import type { JsonSchema, Named } from './json-schema'
import { jsonSchemaOf, refTo } from './json-schema'
import type { Example, Operation } from './operation'
import { API, addressOfExample } from './operation'
import { OPERATIONS } from './registry'

const JSON_TYPE = 'application/json'

/** The API as an OpenAPI 3.1 document: made from the same schemas by which requests are read and answers are tested. */
export function openApiDocument(): JsonSchema {
  const named = new Map<string, JsonSchema>()
  const keep = (schema: z.ZodType, grows: boolean): JsonSchema => {
    const made = jsonSchemaOf(schema, grows)
    for (const [name, one] of Object.entries(made.named as Named)) named.set(name, one)
    return made.schema
  }
  keep(problemDetails.meta({ id: 'Problem', description: say('api.shape.problem') }), true)
  const paths: { [path: string]: { [method: string]: JsonSchema } } = {}
  for (const operation of OPERATIONS) {
    const path = `${API}${operation.path}`
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationOf(operation, keep) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: say('api.title'),
      version: '1.0.0',
      summary: say('api.lead'),
      description: POLICY.join('\n\n'),
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: '/' }],
    tags: GROUPS.map((group) => ({ name: say(`api.group.${group}`) })),
    paths,
    components: { schemas: Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))) },
  }
}

/** The document as it is served; it depends on the release alone. */
export function openApiText(): string {
  made ??= JSON.stringify(openApiDocument())
  return made
}

let made: string | null = null

const GROUPS: readonly Operation['group'][] = ['answers', 'record', 'look-up', 'snapshots', 'about']

/** What is promised of this API for as long as it is called version 1, a paragraph each. */
export const POLICY: readonly string[] = [
  say('api.policy.stays'),
  say('api.policy.grows'),
  say('api.policy.ends'),
  say('api.policy.clocks'),
  say('api.policy.keeping'),
  say('api.policy.lists'),
  say('api.policy.problems'),
  say('api.policy.sites'),
]

type Keep = (schema: z.ZodType, grows: boolean) => JsonSchema

function operationOf(operation: Operation, keep: Keep): JsonSchema {
  const { id, group, summary, body, answer, succeeds, fails, examples } = operation
  const schema = keep(answer, true)
  const answers = succeeds.map((status) => [
    status,
    { description: summary, headers: HEADERS, content: { [JSON_TYPE]: { schema } } },
  ])
  const unchanged = operation.method === 'GET' ? [[304, { description: say('api.status.304') }]] : []
  const problems = [...new Set([...fails, ...ALWAYS])].sort().map((status) => [
    status,
    {
      description: say(`address.title.${status as 404}`),
      content: { 'application/problem+json': { schema: refTo('Problem') } },
    },
  ])
  return {
    operationId: id,
    tags: [say(`api.group.${group}`)],
    summary,
    description: examples.map((example) => exampleInWords(operation, example)).join('\n\n'),
    parameters: [
      ...parametersOf(operation.parameters, 'path', examples),
      ...parametersOf(operation.query, 'query', examples),
    ],
    ...(body === null ? {} : { requestBody: bodyOf(body, examples, keep) }),
    responses: Object.fromEntries([...answers, ...unchanged, ...problems]),
  }
}

/** Whoever asks for too much is told so, and everybody is while too many ask or nobody can be asked. */
const ALWAYS = [429, 503]

const HEADERS = {
  ETag: { description: say('api.header.etag'), schema: { type: 'string' } },
  'X-Sluice-Revision': { description: say('api.header.revision'), schema: { type: 'string' } },
  Link: { description: say('api.header.link'), schema: { type: 'string' } },
}

function exampleInWords(operation: Operation, example: Example): string {
  const body = example.body === undefined ? '' : ` ${JSON.stringify(example.body)}`
  return `${example.title}: \`${operation.method} ${addressOfExample(operation, example)}${body}\``
}

function parametersOf(
  fields: z.ZodObject,
  place: 'path' | 'query',
  examples: readonly Example[],
): readonly JsonSchema[] {
  const { schema } = jsonSchemaOf(fields, false)
  const required = (schema['required'] ?? []) as readonly string[]
  return Object.entries((schema['properties'] ?? {}) as Named).map(([name, { description, examples: _, ...own }]) => {
    const value = examples.flatMap((example) => example[place]?.[name] ?? [])[0]
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      description,
      schema: own,
      ...(value === undefined ? {} : { example: value }),
    }
  })
}

/** One field of a request, for readers. */
export type ToldField = {
  readonly name: string
  readonly required: boolean
  readonly description: string
  /** The words it may be; empty for what may be anything of its kind. */
  readonly words: readonly string[]
}

/** The parts of an operation's path and the fields of its query, as the document tells them. */
export function fieldsOf({ parameters, query, examples }: Operation): readonly ToldField[] {
  const all = [...parametersOf(parameters, 'path', examples), ...parametersOf(query, 'query', examples)]
  return all.map(({ name, required, description, schema }) => ({
    name: String(name),
    required: required === true,
    description: String(description),
    words: ((schema as JsonSchema)['enum'] ?? []) as readonly string[],
  }))
}

function bodyOf(body: z.ZodType, examples: readonly Example[], keep: Keep): JsonSchema {
  const shown = examples.map((example, at) => [`example-${at + 1}`, { summary: example.title, value: example.body }])
  return {
    required: true,
    content: { [JSON_TYPE]: { schema: keep(body, false), examples: Object.fromEntries(shown) } },
  }
}
