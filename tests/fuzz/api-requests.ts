import fc from 'fast-check'
import { type Pointed, type Schema, textsOf, valuesOf } from './from-schema'
import { hostileText, nearly, OF_PROTOTYPES, percent } from './hostile'
import { hostileBody } from './json'
import { type Asked, plainly } from './sending'

type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: Schema
  readonly example?: string
}
type Method = {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } }
}

/** Keys that stand in the record, so that a good part of what is asked is found. */
const KEYS = [
  ...['Dy', 'Ho', 'ndfeb-dy-tb', 'metal', 'alloy', 'october-9', 'cn-2025-57', 'afp-20251030', 'mp-materials-corp'],
  ...['2025-06-06-trump-flow-agreed', 'magnets-total', 'cn-2025-70-suspends-2025-57', '2024-05-23-crma', '1', 'US'],
]

/** Requests to every operation of the API of a server, by its own document: good ones, nearly good ones and hostile ones. */
export async function apiRequests(address: string): Promise<fc.Arbitrary<Asked>> {
  const answer = await fetch(`${address}/api/v1/openapi.json`)
  const document = (await answer.json()) as { readonly paths: { [path: string]: { [method: string]: Method } } }
  const pointed: Pointed = (ref) =>
    ref
      .split('/')
      .slice(1)
      .reduce<Schema>((node, name) => node[name] as Schema, document as unknown as Schema)
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => requestsOf(path, method.toUpperCase(), one, pointed)),
  )
  return fc.oneof(...all)
}

function requestsOf(path: string, method: string, one: Method, pointed: Pointed): fc.Arbitrary<Asked> {
  const texts = (parameter: Parameter) => fc.oneof({ arbitrary: good(parameter), weight: 5 }, bad(parameter))
  const inPath = one.parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = one.parameters.filter((parameter) => parameter.in === 'query')
  const filled = fc
    .tuple(...inPath.map(texts))
    .map((values) =>
      inPath.reduce((to, { name }, at) => to.replace(`{${name}}`, () => percent(values[at] ?? '')), path),
    )
  const pairs = fc.tuple(
    ...inQuery.map((parameter) =>
      fc.option(
        texts(parameter).map((value): Pair => [parameter.name, value]),
        { freq: 2 },
      ),
    ),
  )
  const schema = Object.values(one.requestBody?.content ?? {})[0]?.schema
  const body = schema === undefined ? fc.constant(null) : hostileBody(valuesOf(schema, pointed))
  return fc.tuple(filled, pairs, strange(inQuery), body).map(([address, given, more, sent]) => {
    const query = [...given.filter((pair) => pair !== null), ...more]
      .map(([name, value]) => `${percent(name)}=${percent(value)}`)
      .join('&')
    const headers = sent === null ? {} : { 'content-type': sent.type }
    return plainly(query === '' ? address : `${address}?${query}`, { method, headers, body: sent?.text ?? null })
  })
}

type Pair = readonly [name: string, value: string]

function good({ schema, example }: Parameter): fc.Arbitrary<string> {
  const words = schema['enum']
  const ownWords = Array.isArray(words) ? fc.constantFrom(...(words as string[])) : textsOf(schema)
  const isFree = schema['pattern'] === undefined && schema['format'] === undefined && words === undefined
  const told = example === undefined ? [] : [fc.constant(example)]
  return fc.oneof(...told, ...(isFree ? [fc.constantFrom(...KEYS)] : [ownWords]))
}

function bad(parameter: Parameter): fc.Arbitrary<string> {
  return fc.oneof(nearly(good(parameter)), hostileText)
}

/** Fields that are asked for twice, or that no operation has. */
function strange(parameters: readonly Parameter[]): fc.Arbitrary<readonly Pair[]> {
  const names = fc.oneof(
    fc.constantFrom(...OF_PROTOTYPES, '', 'rev', ...parameters.map(({ name }) => name)),
    hostileText,
  )
  const some = fc.array(fc.tuple(names, hostileText), { minLength: 1, maxLength: 3 })
  return fc.oneof({ arbitrary: fc.constant([]), weight: 4 }, some)
}
