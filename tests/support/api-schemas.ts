import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Node = { readonly [keyword: string]: unknown }

/** The document of the API, as far as the tests look into it. */
export type ApiDocument = {
  readonly paths: { readonly [path: string]: { readonly [method: string]: ApiOperation } }
  readonly components: { readonly schemas: { readonly [name: string]: Node } }
}
type ApiOperation = {
  readonly operationId: string
  readonly responses: {
    readonly [status: string]: { readonly content?: { readonly [type: string]: { readonly schema: Node } } }
  }
}

/**
 * What is wrong with a value by a schema of the document, in the reading of a validator that is not ours. Every object is
 * closed first: the document lets answers grow, and a test must not let a field pass that the document does not tell.
 */
export function readerOf(document: ApiDocument): (schema: Node, value: unknown) => readonly string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  ;(addFormats as unknown as { readonly default: (to: typeof ajv) => void }).default(ajv)
  ajv.addSchema({ $id: 'api:', ...(closed({ components: document.components }) as Node) })
  const known = new Map<string, ReturnType<typeof ajv.compile>>()
  return (schema, value) => {
    const name = JSON.stringify(schema)
    const validate = known.get(name) ?? ajv.compile(pointed(closed(schema)) as Node)
    known.set(name, validate)
    return validate(value) ? [] : (validate.errors ?? []).map(inWords)
  }
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`
}

function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (typeof node !== 'object' || node === null) return node
  const inner = Object.fromEntries(Object.entries(node).map(([keyword, value]) => [keyword, closed(value)]))
  const isOpen = inner['properties'] !== undefined && inner['type'] === 'object' && !('additionalProperties' in inner)
  return isOpen ? { ...inner, additionalProperties: false } : inner
}

function pointed(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node).replaceAll('"#/components/', '"api:#/components/'))
}
